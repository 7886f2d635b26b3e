package se.samsyn.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * When a question is asked: if all, or any, of its conditions hold. A rule without conditions always holds.
 *
 * <p>A variable that is not shown, not answered or has a special answer fulfils no condition, whatever the operator, so that
 * nobody is led into a follow-up question by what is not known.
 */
public record Rule(Match match, List<Condition> conditions) {

    /** The rule of a question that is always asked. */
    public static final Rule ALWAYS = new Rule(Match.ALL, List.of());

    /** Copies the conditions. */
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** How the conditions are joined. */
    public enum Match {
        ALL,
        ANY
    }

    /** How an answer is compared. */
    public enum Operator {
        /** The chosen option, the number, the day or the text is exactly this. */
        IS,
        /** There is an answer, and it is another. */
        IS_NOT,
        /** This option is among those chosen. */
        CONTAINS,
        /** The number or day is greater (later). */
        GREATER,
        /** The number or day is less (earlier). */
        LESS,
        /** There is an ordinary answer, whatever it is. */
        ANSWERED
    }

    /**
     * One comparison.
     *
     * @param answer an option's code, a number with a decimal point, a day as {@code 2026-01-31} or a text; empty for
     *     {@code ANSWERED}
     */
    public record Condition(VariableKey variable, Operator operator, String answer) {

        boolean holds(Answers answers) {
            return answers.find(variable).filter(this::holds).isPresent();
        }

        private boolean holds(Answer given) {
            return switch (given) {
                case Answer.Special _ -> false;
                case Answer.Chosen chosen -> holds(chosen);
                case Answer _ when operator == Operator.ANSWERED -> true;
                case Answer.Amount amount -> compared(amount.value().compareTo(new BigDecimal(answer)));
                case Answer.Day day -> compared(day.value().compareTo(LocalDate.parse(answer)));
                case Answer.Text text -> compared(text.value().compareTo(answer));
            };
        }

        private boolean holds(Answer.Chosen chosen) {
            return switch (operator) {
                case IS -> chosen.codes().equals(List.of(answer));
                case IS_NOT -> !chosen.codes().equals(List.of(answer));
                case CONTAINS -> chosen.codes().contains(answer);
                case ANSWERED -> true;
                case GREATER, LESS -> false;
            };
        }

        private boolean compared(int order) {
            return switch (operator) {
                case IS -> order == 0;
                case IS_NOT -> order != 0;
                case GREATER -> order > 0;
                case LESS -> order < 0;
                case ANSWERED -> true;
                case CONTAINS -> false;
            };
        }
    }

    /** Whether the question is asked, given the answers to questions that are themselves asked. */
    boolean holds(Answers answers) {
        return switch (match) {
            case ALL -> conditions.stream().allMatch(condition -> condition.holds(answers));
            case ANY -> conditions.isEmpty() || conditions.stream().anyMatch(condition -> condition.holds(answers));
        };
    }
}
