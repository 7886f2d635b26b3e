package se.samsyn.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import se.samsyn.kernel.Wording;
import se.samsyn.web.FormChoice;
import se.samsyn.web.FormField;
import se.samsyn.web.FormField.Kind;
import se.samsyn.web.FormField.Limits;
import se.samsyn.web.FormField.Need;
import se.samsyn.web.FormField.ShowRule;

/** Writes the questions of a form as fields, in one language and with what has been answered. */
record FieldWriter(
        Form form, FormReading reading, List<Fault> faults, LocalDate today, MessageSource messages, Locale locale) {

    FormField field(Question question) {
        List<FormField> rows = question.type() instanceof QuestionType.Matrix
                ? question.variables().stream().map(this::row).toList()
                : List.of();
        return field(
                question,
                text(question.help()),
                text(question.why()),
                new RuleWords(form, messages, locale).of(question.showIf()),
                rows);
    }

    private FormField row(Question row) {
        return field(row, "", "", ShowRule.ALWAYS, List.of());
    }

    private FormField field(Question question, String help, String why, ShowRule rule, List<FormField> rows) {
        return new FormField(
                question.key().value(),
                kind(question),
                question.isRequired() ? Need.REQUIRED : Need.OPTIONAL,
                question.text().in(locale),
                help,
                why,
                value(question),
                limits(question),
                choices(question),
                special(question),
                rows,
                rule,
                faults(question));
    }

    private static Kind kind(Question question) {
        return switch (question.type()) {
            case QuestionType.Single _, QuestionType.YesNo _ -> Kind.ONE;
            case QuestionType.Multiple _ -> Kind.MANY;
            case QuestionType.Scale _ -> Kind.SCALE;
            case QuestionType.Numeric _ -> Kind.NUMBER;
            case QuestionType.Date _ -> Kind.DAY;
            case QuestionType.Text _ -> Kind.TEXT;
            case QuestionType.Matrix _ -> Kind.MATRIX;
            case QuestionType.Heading _ -> throw new IllegalArgumentException("A heading is no field");
        };
    }

    private String value(Question question) {
        String unread = reading.unread().get(question.key());
        if (unread != null) {
            return unread;
        }
        return reading.answers()
                .find(question.key())
                .map(answer -> switch (answer) {
                    case Answer.Amount amount -> decimals(amount.value().toPlainString());
                    case Answer.Day day -> day.value().toString();
                    case Answer.Text text -> text.value();
                    case Answer.Chosen _, Answer.Special _ -> "";
                })
                .orElse("");
    }

    private String decimals(String plain) {
        return locale.getLanguage().equals("en") ? plain : plain.replace('.', ',');
    }

    private Limits limits(Question question) {
        return switch (question.type()) {
            case QuestionType.Scale scale ->
                new Limits(
                        scale.low() + " = " + scale.lowLabel().in(locale),
                        scale.high() + " = " + scale.highLabel().in(locale),
                        "",
                        0);
            case QuestionType.Numeric number ->
                new Limits(
                        number.range().low().toPlainString(),
                        number.range().high().toPlainString(),
                        text(number.unit()),
                        0);
            case QuestionType.Date date ->
                new Limits("1900-01-01", date.days() == QuestionType.Days.PAST ? today.toString() : "", "", 0);
            case QuestionType.Text text -> new Limits("", "", "", text.longest());
            case QuestionType.Single _,
                    QuestionType.Multiple _,
                    QuestionType.YesNo _,
                    QuestionType.Matrix _,
                    QuestionType.Heading _ -> Limits.NONE;
        };
    }

    private List<FormChoice> choices(Question question) {
        Optional<Answer> answer = reading.answers().find(question.key());
        return switch (question.type()) {
            case QuestionType.Scale scale ->
                IntStream.rangeClosed(scale.low(), scale.high())
                        .mapToObj(step -> choice(
                                Integer.toString(step),
                                Integer.toString(step),
                                answer.equals(Optional.of(Answer.Amount.of(step)))))
                        .toList();
            case QuestionType.Single _, QuestionType.Multiple _ -> options(question, answer);
            case QuestionType.YesNo _ -> options(question, answer).reversed();
            case QuestionType.Numeric _,
                    QuestionType.Date _,
                    QuestionType.Text _,
                    QuestionType.Matrix _,
                    QuestionType.Heading _ -> List.of();
        };
    }

    private List<FormChoice> options(Question question, Optional<Answer> answer) {
        List<String> chosen = answer.filter(Answer.Chosen.class::isInstance)
                .map(given -> ((Answer.Chosen) given).codes())
                .orElse(List.of());
        return question.options().stream()
                .map(option -> choice(option.code(), option.label().in(locale), chosen.contains(option.code())))
                .toList();
    }

    private List<FormChoice> special(Question question) {
        if (question.type() instanceof QuestionType.Matrix) {
            return List.of();
        }
        Kind kind = kind(question);
        String mark = kind == Kind.ONE || kind == Kind.SCALE ? FormFields.MARK : "";
        Optional<Answer> answer = reading.answers().find(question.key());
        return question.special().stream()
                .map(special -> choice(
                        mark + JsonAt.name(special),
                        messages.getMessage("instrument.special." + JsonAt.name(special), null, locale),
                        answer.equals(Optional.of(new Answer.Special(special)))))
                .toList();
    }

    private static FormChoice choice(String value, String label, boolean chosen) {
        return new FormChoice(value, label, FormChoice.State.of(chosen));
    }

    private List<String> faults(Question question) {
        List<String> texts = new ArrayList<>();
        faults.stream()
                .filter(fault -> fault.variable().equals(question.key()))
                .map(fault -> messages.getMessage(
                        fault.code(), fault.args().stream().map(this::decimals).toArray(), locale))
                .forEach(texts::add);
        return texts;
    }

    private String text(Optional<Wording> wording) {
        return wording.map(given -> given.in(locale)).orElse("");
    }
}
