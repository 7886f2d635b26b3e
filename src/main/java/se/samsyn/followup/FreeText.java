package se.samsyn.followup;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.keys.KeyFault;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.SealedCount;
import se.samsyn.keys.Use;

/**
 * Seals what people have written with the municipality's key, and opens it again: goals, and the answers that are texts. Each is bound to
 * its table, row and variable, so that it opens nowhere else. A text that was written before there were keys is given as it is.
 */
@Component
final class FreeText {

    private final Keys keys;

    FreeText(Keys keys) {
        this.keys = keys;
    }

    static Ring ring(PlaceCode municipality) {
        return Ring.of(Use.TEXT, municipality);
    }

    String sealed(PlaceCode municipality, GoalId goal, String text) {
        return keys.seal(ring(municipality), text, place(goal));
    }

    String opened(PlaceCode municipality, GoalId goal, String stored) {
        return Keys.isSealed(stored) ? keys.open(ring(municipality), stored, place(goal)) : stored;
    }

    /** The answers as they are stored: texts sealed, the others as they are. */
    Answers sealed(PlaceCode municipality, OccasionId occasion, Answers answers) {
        return texts(answers, (key, text) -> keys.seal(ring(municipality), text, place(occasion, key)));
    }

    Answers opened(PlaceCode municipality, OccasionId occasion, Answers stored) {
        return texts(
                stored,
                (key, text) -> Keys.isSealed(text) ? keys.open(ring(municipality), text, place(occasion, key)) : text);
    }

    /** How a goal's stored text is sealed. */
    SealedCount count(PlaceCode municipality, GoalId goal, String stored) {
        return count(ring(municipality), stored, place(goal));
    }

    /** How the texts among stored answers are sealed. */
    SealedCount count(PlaceCode municipality, OccasionId occasion, Answers stored) {
        var all = new ArrayList<SealedCount>();
        texts(stored, (key, text) -> {
            all.add(count(ring(municipality), text, place(occasion, key)));
            return text;
        });
        return all.stream().reduce(SealedCount.NONE, SealedCount::plus);
    }

    /** A goal's stored text, sealed by the newest key; as it is where it is so already, or cannot be opened. */
    String anew(PlaceCode municipality, GoalId goal, String stored) {
        return anew(ring(municipality), stored, place(goal));
    }

    /** Stored answers with their texts sealed by the newest key; as they are where they are so already, or cannot be opened. */
    Answers anew(PlaceCode municipality, OccasionId occasion, Answers stored) {
        return texts(stored, (key, text) -> anew(ring(municipality), text, place(occasion, key)));
    }

    private SealedCount count(Ring ring, String stored, String place) {
        if (!Keys.isSealed(stored)) {
            return SealedCount.PLAIN;
        }
        try {
            keys.open(ring, stored, place);
            return keys.isNewest(ring, stored) ? SealedCount.NEWEST : SealedCount.OLDER;
        } catch (KeyFault shut) {
            return SealedCount.SHUT;
        }
    }

    private String anew(Ring ring, String stored, String place) {
        if (!count(ring, stored, place).wantsSealing()) {
            return stored;
        }
        return keys.seal(ring, Keys.isSealed(stored) ? keys.open(ring, stored, place) : stored, place);
    }

    private static Answers texts(Answers answers, BiFunction<VariableKey, String, String> change) {
        if (answers.values().values().stream().noneMatch(Answer.Text.class::isInstance)) {
            return answers;
        }
        Map<VariableKey, Answer> changed = new TreeMap<>(answers.values());
        changed.replaceAll((key, answer) ->
                answer instanceof Answer.Text(String text) ? new Answer.Text(change.apply(key, text)) : answer);
        return new Answers(changed);
    }

    private static String place(GoalId goal) {
        return "followup_goal/" + goal + "/text";
    }

    private static String place(OccasionId occasion, VariableKey variable) {
        return "followup_occasion/" + occasion + "/answers/" + variable.value();
    }
}
