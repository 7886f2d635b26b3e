package se.samsyn.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import se.samsyn.instrument.Rule.Condition;
import se.samsyn.instrument.Rule.Operator;

/** Whether a comparison can hold at all for answers to a variable: the operator fits its type and the answer is one it can have. */
final class ConditionCheck {

    private ConditionCheck() {}

    static boolean makesSense(Question variable, Condition condition) {
        Operator operator = condition.operator();
        String answer = condition.answer();
        if (operator == Operator.ANSWERED) {
            return answer.isEmpty();
        }
        return switch (variable.type()) {
            case QuestionType.Single _, QuestionType.YesNo _ -> isEquality(operator) && hasOption(variable, answer);
            case QuestionType.Multiple _ ->
                (isEquality(operator) || operator == Operator.CONTAINS) && hasOption(variable, answer);
            case QuestionType.Scale _, QuestionType.Numeric _ -> operator != Operator.CONTAINS && isNumber(answer);
            case QuestionType.Date _ -> operator != Operator.CONTAINS && isDay(answer);
            case QuestionType.Text _ -> isEquality(operator) && !answer.isBlank();
            case QuestionType.Matrix _, QuestionType.Heading _ -> false;
        };
    }

    private static boolean isEquality(Operator operator) {
        return operator == Operator.IS || operator == Operator.IS_NOT;
    }

    private static boolean hasOption(Question variable, String code) {
        return variable.label(code).isPresent();
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).scale() <= 6;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
