package se.samsyn.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Option;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;
import se.samsyn.instrument.SpecialAnswer;

/** Makes answers of cells by the question they answer, or problems. */
final class AnswerReader {

    private final CellReader cells;
    private final FreeText texts;
    private final Tally tally;

    AnswerReader(CellReader cells, FreeText texts, Tally tally) {
        this.cells = cells;
        this.texts = texts;
        this.tally = tally;
    }

    /** The answer; empty where the cell is empty or a problem was found. */
    Optional<Answer> read(VariableColumn column, Question question, Told told) {
        SpecialAnswer listed = column.special().get(told.text());
        if (listed != null) {
            return Optional.of(new Answer.Special(listed));
        }
        if (told.isEmpty()) {
            return Optional.empty();
        }
        return ordinary(column, question, told);
    }

    private Optional<Answer> ordinary(VariableColumn column, Question question, Told told) {
        return switch (question.type()) {
            case QuestionType.Single _, QuestionType.YesNo _, QuestionType.Matrix _ -> one(column, question, told);
            case QuestionType.Multiple _ -> several(column, question, told);
            case QuestionType.Scale _ -> amount(column, question, told, 0);
            case QuestionType.Numeric numeric -> amount(column, question, told, numeric.decimals());
            case QuestionType.Date _ ->
                special(question, told).or(() -> cells.anyDay(told).map(Answer.Day::new));
            case QuestionType.Text _ -> texts.read(told).map(Answer.Text::new);
            case QuestionType.Heading _ -> Optional.empty();
        };
    }

    private Optional<Answer> one(VariableColumn column, Question question, Told told) {
        Optional<Answer> found = code(column, question, told.text())
                .<Answer>map(Answer.Chosen::of)
                .or(() -> special(question, told));
        if (found.isEmpty()) {
            unknown(question, told);
        }
        return found;
    }

    private Optional<Answer> several(VariableColumn column, Question question, Told told) {
        Optional<String> whole = code(column, question, told.text());
        if (whole.isPresent()) {
            return Optional.of(Answer.Chosen.of(whole.get()));
        }
        List<String> codes = new ArrayList<>();
        for (String part : told.text().split("[;,|/]")) {
            Optional<String> code = code(column, question, part.strip());
            if (code.isEmpty()) {
                Optional<Answer> special = special(question, told);
                if (special.isEmpty()) {
                    unknown(question, told);
                }
                return special;
            }
            if (!codes.contains(code.get())) {
                codes.add(code.get());
            }
        }
        List<String> inOrder = question.options().stream()
                .map(Option::code)
                .filter(codes::contains)
                .toList();
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(new Answer.Chosen(inOrder));
    }

    /** By the mapping's translation, else the form's own code, else its label, else the usual words for yes and no. */
    static Optional<String> code(VariableColumn column, Question question, String text) {
        String translated = column.codes().get(text);
        if (translated != null) {
            return Optional.of(translated);
        }
        String plain = text.strip();
        for (Option option : question.options()) {
            if (option.code().equalsIgnoreCase(plain)
                    || option.label().sv().equalsIgnoreCase(plain)
                    || option.label().en().equalsIgnoreCase(plain)) {
                return Optional.of(option.code());
            }
        }
        return question.type() instanceof QuestionType.YesNo ? Synonyms.yesOrNo(plain) : Optional.empty();
    }

    private static Optional<Answer> special(Question question, Told told) {
        return Synonyms.special(told.text())
                .filter(question.special()::contains)
                .map(Answer.Special::new);
    }

    private void unknown(Question question, Told told) {
        cells.problems()
                .add(told.problem(ImportFault.UNKNOWN_CODE, cells.quote(told), Meanings.ofVariable(question.key())));
    }

    private Optional<Answer> amount(VariableColumn column, Question question, Told told, int decimals) {
        String translated = column.codes().get(told.text());
        if (translated != null) {
            return Optional.of(new Answer.Amount(new BigDecimal(translated)));
        }
        Optional<Answer> special = special(question, told);
        return special.isPresent() ? special : cells.number(told).map(value -> rounded(value, decimals, told));
    }

    private Answer rounded(BigDecimal value, int decimals, Told told) {
        if (value.stripTrailingZeros().scale() <= decimals || decimals == 0) {
            return new Answer.Amount(value);
        }
        tally.count(ImportFault.ROUNDED, told, String.valueOf(decimals));
        return new Answer.Amount(value.setScale(decimals, RoundingMode.HALF_EVEN));
    }
}
