package se.samsyn.instrument;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.web.FormPage;
import se.samsyn.web.FormSection;

/**
 * Forms on screen: turns a form and the answers to it into what {@code web/_form.html} shows, and reads back what the browser
 * sends. The page includes the fragments {@code mistakes(form)} and {@code fields(form)} inside its own form element, and
 * {@code /web/form.js}.
 */
@Component
public class FormFields {

    /** What the parameter of an answer begins with, before the variable. */
    static final String ANSWER = "a.";

    /** What the parameter of a special answer begins with, where it is not a choice among the answers. */
    static final String SPECIAL = "s.";

    /** What marks a special answer among other choices. */
    static final String MARK = "!";

    private final MessageSource messages;
    private final Clock clock;

    FormFields(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The form with answers as they are stored, and what is wrong with them. */
    public FormPage page(Form form, Phase phase, Answers answers, List<Fault> faults, Locale locale) {
        return page(form, phase, FormReading.of(answers), faults, locale);
    }

    /** The form as it was sent, with what could not be read, and what is wrong with what could. */
    public FormPage page(Form form, Phase phase, FormReading reading, List<Fault> faults, Locale locale) {
        List<Fault> all = new ArrayList<>(reading.faults());
        faults.stream()
                .filter(fault -> reading.faults().stream()
                        .noneMatch(unread -> unread.variable().equals(fault.variable())))
                .forEach(all::add);
        FieldWriter writer = new FieldWriter(form, reading, all, LocalDate.now(clock), messages, locale);
        List<FormSection> sections = new ArrayList<>();
        for (List<Question> part : parts(form.questions(phase))) {
            sections.add(new FormSection(
                    title(part.getFirst(), locale),
                    part.stream()
                            .filter(question -> !(question.type() instanceof QuestionType.Heading))
                            .map(writer::field)
                            .toList()));
        }
        return new FormPage(sections);
    }

    /**
     * What the browser sent for the questions of a phase. What it did not send, or sent empty, is not answered; parameters of
     * other names are left alone.
     */
    public static FormReading read(Form form, Phase phase, Map<String, String[]> parameters) {
        return new FormReadingBuilder(parameters).read(form.variables(phase));
    }

    /** The text of a fault. */
    public String text(Fault fault, Locale locale) {
        return messages.getMessage(fault.code(), fault.args().toArray(), locale);
    }

    /** The text of a flaw. */
    public String text(Flaw flaw, Locale locale) {
        return messages.getMessage(flaw.code(), flaw.args().toArray(), locale);
    }

    /** Questions in parts that each begin with a heading, or with the first question of another owner. */
    private static List<List<Question>> parts(List<Question> questions) {
        List<List<Question>> parts = new ArrayList<>();
        PlaceCode owner = PlaceCode.NATION;
        for (Question question : questions) {
            boolean begins = parts.isEmpty()
                    || question.type() instanceof QuestionType.Heading
                    || !question.owner().equals(owner);
            if (begins) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(question);
            owner = question.owner();
        }
        return parts;
    }

    private String title(Question first, Locale locale) {
        if (first.type() instanceof QuestionType.Heading) {
            return first.text().in(locale);
        }
        return switch (first.owner().level()) {
            case NATION -> "";
            case REGION -> messages.getMessage("instrument.form.regional", null, locale);
            case MUNICIPALITY, UNIT -> messages.getMessage("instrument.form.local", null, locale);
        };
    }
}
