package se.samsyn.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.followup.CloseReason;
import se.samsyn.followup.GoalStep;
import se.samsyn.followup.Identity;
import se.samsyn.followup.InterventionKind;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.Sex;

/** What the codes of a column can mean, in words: for the page where they are chosen, and for what is said of an unknown one. */
@Component
public class Meanings {

    /** The kind of support given. */
    public static final String SUPPORT = "support";
    /** How far the overall goal has come. */
    public static final String GOAL = "goal";
    /** Where in the support an occasion lies. */
    public static final String PHASE = "phase";

    private static final String VARIABLE = "variable:";
    private static final List<Locale> LANGUAGES = List.of(Locale.of("sv"), Locale.ENGLISH);

    private final MessageSource messages;

    /** Words from these messages. */
    public Meanings(MessageSource messages) {
        this.messages = messages;
    }

    /** A code of Samsyn's own with its words. */
    public record Meaning(String code, String words) {}

    /** The name of what the answers to a variable mean. */
    public static String ofVariable(VariableKey key) {
        return VARIABLE + key;
    }

    /** The question whose answers are meant. */
    public static Optional<Question> question(String what, Form form) {
        return what.startsWith(VARIABLE)
                ? form.find(new VariableKey(what.substring(VARIABLE.length())))
                : Optional.empty();
    }

    /**
     * What the codes can mean; nothing where the values speak for themselves, as dates and numbers do.
     *
     * @param what {@link #SUPPORT}, {@link #GOAL}, {@link #PHASE}, the key of a {@link Trait} or {@link #ofVariable}
     */
    public List<Meaning> of(String what, Form form, Locale locale) {
        return switch (what) {
            case SUPPORT -> words("followup.kind.", InterventionKind.values(), locale);
            case GOAL -> words("followup.step.", GoalStep.values(), locale);
            case PHASE -> words("instrument.phase.", Phase.values(), locale);
            case "sex" -> words("followup.sex.", Sex.values(), locale);
            case "identity" -> words("followup.identity.", Identity.values(), locale);
            case "way-in" -> words("followup.wayin.", WayIn.values(), locale);
            case "close-reason" -> words("followup.reason.", CloseReason.values(), locale);
            default ->
                question(what, form).stream()
                        .flatMap(question -> question.options().stream())
                        .map(option -> new Meaning(option.code(), option.label().in(locale)))
                        .toList();
        };
    }

    /** The code that is meant by its words in either language, of what is not an answer. */
    Optional<String> code(String what, Form form, String text) {
        return LANGUAGES.stream()
                .flatMap(language -> of(what, form, language).stream())
                .filter(meaning -> meaning.words().equalsIgnoreCase(text.strip()))
                .map(Meaning::code)
                .findFirst();
    }

    private List<Meaning> words(String key, Enum<?>[] values, Locale locale) {
        return Stream.of(values)
                .map(value -> new Meaning(value.name(), messages.getMessage(key + value.name(), null, locale)))
                .toList();
    }

    /** The meanings in one line; the code beside the words where the form's own codes may stand in files. */
    String line(String what, Form form, Locale locale) {
        var all = of(what, form, locale);
        boolean own = what.startsWith(VARIABLE);
        String line = String.join(
                ", ",
                all.stream()
                        .limit(12)
                        .map(each -> own ? each.words() + " (" + each.code() + ")" : each.words())
                        .toList());
        return all.size() > 12 ? line + " …" : line;
    }
}
