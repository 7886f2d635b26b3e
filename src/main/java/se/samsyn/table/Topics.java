package se.samsyn.table;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Moment;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/**
 * The topics of a data set, made when first asked for:
 *
 * <pre>
 * base: all
 *   age: bands
 *   path: steps of a case, and who was met before
 *     steps by age
 *     answers of a variable: answered, without answer, not relevant
 *       categories | each option of a multiple choice | kinds of blank
 *       change: the same persons before and later
 *         course: from which category to which, and the answers at each later wave
 * </pre>
 */
final class Topics {

    static final String ALL = "all";
    static final String ANSWERED = "answered";
    static final String BLANK = "blank";
    static final String NOT_RELEVANT = "not-relevant";
    static final String PAIRS = "pairs";
    static final String LOST = "lost";
    static final String IMPROVED = "improved";
    static final String SAME = "same";
    static final String WORSE = "worse";
    static final String NOT_MET = "not-met";
    static final String OPEN = "open";
    static final String CLOSED = "closed";

    private final Dataset data;
    private final Map<String, Topic> made = new ConcurrentHashMap<>();

    Topics(Dataset data) {
        this.data = data;
    }

    private Topic once(String key, Supplier<Topic> make) {
        Topic known = made.get(key);
        if (known != null) {
            return known;
        }
        Topic topic = make.get();
        Topic earlier = made.putIfAbsent(key, topic);
        return earlier == null ? topic : earlier;
    }

    /** Everybody. */
    Topic base() {
        return once("base", () -> new Topic("base", data.size(), 1, _ -> 0).part(ALL, Breadth.FULL, _ -> true));
    }

    /** Bands of age; the last class is an unknown age. */
    Topic age() {
        return once("age", () -> {
            int unknown = Ages.bands();
            Topic topic = new Topic("age", data.size(), unknown + 1, row -> Ages.band(data.age(row)));
            for (int band = 0; band < unknown; band++) {
                int own = band;
                topic.part(band(band), Breadth.FULL, c -> c == own);
            }
            topic.part(BLANK, Breadth.FULL, c -> c == unknown).part(ANSWERED, Breadth.FULL, c -> c != unknown);
            return topic.split(topic.outer(base(), ALL, _ -> true), ANSWERED, BLANK)
                    .split(ANSWERED, bands().toArray(String[]::new));
        });
    }

    private static Stream<String> bands() {
        return IntStream.range(0, Ages.bands()).mapToObj(Topics::band);
    }

    static String band(int band) {
        return "band-" + band;
    }

    /** How far cases come, and who was met before. */
    Topic path() {
        return once("path", () -> new PathTopics(data, this).path());
    }

    /** How far cases come by age. */
    Topic stepsByAge() {
        return once("steps-by-age", () -> new PathTopics(data, this).stepsByAge());
    }

    static String reached(Step step) {
        return "reached-" + step.name();
    }

    static String lost(Step step) {
        return "lost-" + step.name();
    }

    static String ongoing(Step step) {
        return "ongoing-" + step.name();
    }

    static String held(Wave wave) {
        return "held-" + wave;
    }

    static String notHeld(Wave wave) {
        return "not-held-" + wave;
    }

    /** The wave at which a variable's distribution is shown: before, of the case, or else the latest. */
    static Wave wave(Variable variable) {
        if (variable.asked().contains(Moment.BEFORE)) {
            return Wave.BEFORE;
        }
        return variable.asked().contains(Moment.CASE) ? Wave.CASE : Wave.LATEST;
    }

    /** Whether a variable was answered at its wave. */
    Topic answers(Variable variable) {
        return once("answers/" + variable.key(), () -> of(variable).answers());
    }

    /** The categories of a SINGLE variable at its wave. */
    Topic categories(Variable variable) {
        return once("categories/" + variable.key(), () -> of(variable).categories());
    }

    /** Whether one option of a MULTIPLE variable was chosen at its wave. */
    Topic option(Variable variable, int option) {
        return once(
                "option/" + variable.key() + "/" + option, () -> of(variable).option(option));
    }

    /** Kinds of missing answer to a variable at its wave. */
    Topic blanks(Variable variable) {
        return once("blanks/" + variable.key(), () -> of(variable).blanks());
    }

    private AnswerTopics of(Variable variable) {
        return new AnswerTopics(data, this, variable, wave(variable));
    }

    /** The same persons before and later, for a SINGLE, NUMBER or SCALE variable that is followed. */
    Topic change(Variable variable) {
        return once(
                "change/" + variable.key(),
                () -> CourseTopics.ofChange(data, this, variable).change());
    }

    /** From which category to which, and the answers at each later wave, for such a variable. */
    Topic course(Variable variable) {
        return once(
                "course/" + variable.key(),
                () -> CourseTopics.ofCourse(data, this, variable).course());
    }
}
