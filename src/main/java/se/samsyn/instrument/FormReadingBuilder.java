package se.samsyn.instrument;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.samsyn.instrument.Fault.Kind;
import se.samsyn.kernel.PersonalNumberForm;

/** Reads the parameters of a form that was sent. */
final class FormReadingBuilder {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private final Map<String, String[]> parameters;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<VariableKey, String> unread = new HashMap<>();
    private Answers answers = Answers.NONE;

    FormReadingBuilder(Map<String, String[]> parameters) {
        this.parameters = parameters;
    }

    FormReading read(List<Question> variables) {
        variables.forEach(this::read);
        return new FormReading(answers, faults, unread);
    }

    private void read(Question variable) {
        List<String> sent = sent(FormFields.ANSWER, variable);
        boolean marked = isChoice(variable);
        List<String> plain = sent.stream()
                .filter(value -> !marked || !value.startsWith(FormFields.MARK))
                .toList();
        List<String> special = new ArrayList<>(sent(FormFields.SPECIAL, variable));
        sent.stream()
                .filter(value -> marked && value.startsWith(FormFields.MARK))
                .map(value -> value.substring(1))
                .forEach(special::add);
        if (!plain.isEmpty() && !special.isEmpty()) {
            fault(variable, Kind.ANSWER_AND_SPECIAL);
        }
        if (!plain.isEmpty()) {
            answer(variable, plain);
        } else if (!special.isEmpty()) {
            special(variable, special.getFirst());
        }
    }

    private static boolean isChoice(Question variable) {
        return !variable.options().isEmpty() || variable.type() instanceof QuestionType.Scale;
    }

    private List<String> sent(String prefix, Question variable) {
        String[] values = parameters.get(prefix + variable.key());
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(value -> !value.isBlank()).toList();
    }

    private void special(Question variable, String name) {
        Arrays.stream(SpecialAnswer.values())
                .filter(special -> JsonAt.name(special).equals(name))
                .findFirst()
                .ifPresentOrElse(
                        special -> put(variable, new Answer.Special(special)),
                        () -> fault(variable, Kind.SPECIAL_NOT_ALLOWED));
    }

    private void answer(Question variable, List<String> sent) {
        String first = sent.getFirst().strip();
        switch (variable.type()) {
            case QuestionType.Single _, QuestionType.Multiple _, QuestionType.YesNo _ ->
                put(variable, new Answer.Chosen(inOrder(variable, sent)));
            case QuestionType.Scale _, QuestionType.Numeric _ ->
                number(first)
                        .ifPresentOrElse(
                                number -> put(variable, new Answer.Amount(number)),
                                () -> unread(variable, Kind.NOT_A_NUMBER, first));
            case QuestionType.Date _ ->
                day(first)
                        .ifPresentOrElse(
                                day -> put(variable, new Answer.Day(day)),
                                () -> unread(variable, Kind.NOT_A_DAY, first));
            case QuestionType.Text _ -> text(variable, first.replace("\r\n", "\n"));
            case QuestionType.Heading _, QuestionType.Matrix _ ->
                throw new IllegalStateException("Not a variable: " + variable.key());
        }
    }

    /** A text with a personal number is not kept, not even as a draft. */
    private void text(Question variable, String text) {
        if (PersonalNumberForm.standsIn(text)) {
            unread.put(variable.key(), text);
            fault(variable, Kind.PERSONAL_NUMBER);
        } else {
            put(variable, new Answer.Text(text));
        }
    }

    private static List<String> inOrder(Question variable, List<String> sent) {
        List<String> codes = variable.options().stream().map(Option::code).toList();
        return sent.stream()
                .distinct()
                .sorted(Comparator.comparingInt(code -> codes.contains(code) ? codes.indexOf(code) : codes.size()))
                .toList();
    }

    /** A number as people write it: comma or point, spaces between thousands, any minus. */
    static Optional<BigDecimal> number(String text) {
        String plain =
                text.replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.').replace('\u2212', '-');
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(
                    text, text.length() == 8 ? DateTimeFormatter.BASIC_ISO_DATE : DateTimeFormatter.ISO_LOCAL_DATE));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private void put(Question variable, Answer answer) {
        answers = answers.with(variable.key(), answer);
    }

    private void unread(Question variable, Kind kind, String text) {
        unread.put(variable.key(), text.length() > 100 ? text.substring(0, 100) : text);
        fault(variable, kind);
    }

    private void fault(Question variable, Kind kind) {
        faults.add(Fault.of(variable.key(), kind));
    }
}
