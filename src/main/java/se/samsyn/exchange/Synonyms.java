package se.samsyn.exchange;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.samsyn.followup.GoalStep;
import se.samsyn.followup.Identity;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.kernel.Sex;

/** What files usually say, in Swedish and English, and what is meant. Only words that can mean one thing are here. */
final class Synonyms {

    private static final Map<String, Sex> SEX = Map.ofEntries(
            Map.entry("kvinna", Sex.WOMAN),
            Map.entry("kvinnor", Sex.WOMAN),
            Map.entry("k", Sex.WOMAN),
            Map.entry("flicka", Sex.WOMAN),
            Map.entry("woman", Sex.WOMAN),
            Map.entry("female", Sex.WOMAN),
            Map.entry("f", Sex.WOMAN),
            Map.entry("man", Sex.MAN),
            Map.entry("män", Sex.MAN),
            Map.entry("m", Sex.MAN),
            Map.entry("pojke", Sex.MAN),
            Map.entry("male", Sex.MAN),
            Map.entry("annat", Sex.OTHER),
            Map.entry("annan", Sex.OTHER),
            Map.entry("other", Sex.OTHER),
            Map.entry("okänt", Sex.UNKNOWN),
            Map.entry("uppgift saknas", Sex.UNKNOWN),
            Map.entry("unknown", Sex.UNKNOWN));

    private static final Map<String, String> YES_OR_NO = Map.ofEntries(
            Map.entry("ja", "yes"),
            Map.entry("j", "yes"),
            Map.entry("yes", "yes"),
            Map.entry("y", "yes"),
            Map.entry("true", "yes"),
            Map.entry("sant", "yes"),
            Map.entry("1", "yes"),
            Map.entry("nej", "no"),
            Map.entry("n", "no"),
            Map.entry("no", "no"),
            Map.entry("false", "no"),
            Map.entry("falskt", "no"),
            Map.entry("0", "no"));

    private static final Map<String, Phase> PHASE = Map.ofEntries(
            Map.entry("före", Phase.BEFORE),
            Map.entry("start", Phase.BEFORE),
            Map.entry("baslinje", Phase.BEFORE),
            Map.entry("before", Phase.BEFORE),
            Map.entry("baseline", Phase.BEFORE),
            Map.entry("under", Phase.DURING),
            Map.entry("under tiden", Phase.DURING),
            Map.entry("uppföljning", Phase.DURING),
            Map.entry("during", Phase.DURING),
            Map.entry("avslut", Phase.CLOSURE),
            Map.entry("vid avslut", Phase.CLOSURE),
            Map.entry("closure", Phase.CLOSURE),
            Map.entry("efter", Phase.AFTER),
            Map.entry("after", Phase.AFTER));

    private static final Map<String, SpecialAnswer> SPECIAL = Map.ofEntries(
            Map.entry("vet ej", SpecialAnswer.UNKNOWN),
            Map.entry("okänt", SpecialAnswer.UNKNOWN),
            Map.entry("unknown", SpecialAnswer.UNKNOWN),
            Map.entry("ej tillfrågad", SpecialAnswer.NOT_ASKED),
            Map.entry("ej frågat", SpecialAnswer.NOT_ASKED),
            Map.entry("not asked", SpecialAnswer.NOT_ASKED),
            Map.entry("ej aktuellt", SpecialAnswer.NOT_RELEVANT),
            Map.entry("ej relevant", SpecialAnswer.NOT_RELEVANT),
            Map.entry("not relevant", SpecialAnswer.NOT_RELEVANT),
            Map.entry("vill ej svara", SpecialAnswer.DECLINED),
            Map.entry("avstår", SpecialAnswer.DECLINED),
            Map.entry("declined", SpecialAnswer.DECLINED));

    private static final Map<String, GoalStep> STEP = Map.ofEntries(
            Map.entry("inte nått", GoalStep.NOT_REACHED),
            Map.entry("inte uppnått", GoalStep.NOT_REACHED),
            Map.entry("ej uppnått", GoalStep.NOT_REACHED),
            Map.entry("not reached", GoalStep.NOT_REACHED),
            Map.entry("delvis nått", GoalStep.PARTLY_REACHED),
            Map.entry("delvis uppnått", GoalStep.PARTLY_REACHED),
            Map.entry("delvis", GoalStep.PARTLY_REACHED),
            Map.entry("partly reached", GoalStep.PARTLY_REACHED),
            Map.entry("helt nått", GoalStep.FULLY_REACHED),
            Map.entry("helt uppnått", GoalStep.FULLY_REACHED),
            Map.entry("helt", GoalStep.FULLY_REACHED),
            Map.entry("fully reached", GoalStep.FULLY_REACHED));

    private Synonyms() {}

    static Optional<GoalStep> step(String text) {
        return find(STEP, text).or(() -> constant(GoalStep.class, text));
    }

    static Optional<Sex> sex(String text) {
        return find(SEX, text).or(() -> constant(Sex.class, text));
    }

    static Optional<String> yesOrNo(String text) {
        return find(YES_OR_NO, text);
    }

    static Optional<Phase> phase(String text) {
        return find(PHASE, text).or(() -> constant(Phase.class, text));
    }

    static Optional<SpecialAnswer> special(String text) {
        return find(SPECIAL, text).or(() -> constant(SpecialAnswer.class, text));
    }

    static Optional<Identity> identity(String text) {
        return find(YES_OR_NO, text)
                .map(answer -> answer.equals("yes") ? Identity.PROTECTED : Identity.OPEN)
                .or(() -> constant(Identity.class, text));
    }

    /** The constant of an enumeration by its name, whatever the case; hyphens are as good as underscores. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<T> find(Map<String, T> map, String text) {
        return Optional.ofNullable(map.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    /** Letters and digits alone, in lower case and without accents: for comparing names. */
    static String bare(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]", "");
    }
}
