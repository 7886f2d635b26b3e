package se.samsyn.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Blank;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
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
 *   path: steps of a case; who has an occasion at each wave, and both before and later
 *     steps by age
 *     answers of a variable: answered, without answer, not relevant
 *       categories | each option of a multiple choice | kinds of blank
 *       change: the same persons before and later
 *         course: from which category to which, and the answers at each later wave
 * </pre>
 */
@SuppressWarnings("EnumOrdinal") // classes live in memory alone
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
    static final String BOTH = "both";

    static final int NO_CHANGE = 2;

    private static final int SUBTOTAL = 3;

    private final Dataset data;
    private final Map<String, Topic> made = new ConcurrentHashMap<>();

    Topics(Dataset data) {
        this.data = data;
    }

    private Topic once(String key, java.util.function.Supplier<Topic> make) {
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
        return once(
                "base",
                () -> new Topic("base", data.size(), 1, _ -> 0).part(ALL, List.of(), Breadth.FULL, 9, _ -> true));
    }

    /** Bands of age; the last class is an unknown age. */
    Topic age() {
        return once("age", () -> {
            int unknown = Ages.bands();
            Topic topic = new Topic("age", data.size(), unknown + 1, row -> Ages.band(data.age(row)));
            int all = topic.outer(base(), ALL, _ -> true);
            for (int band = 0; band <= unknown; band++) {
                int own = band;
                String name = band == unknown ? BLANK : band(band);
                topic.part(name, all, Breadth.FULL, 0, c -> c == own);
            }
            return topic.part(ANSWERED, all, Breadth.FULL, SUBTOTAL, c -> c != unknown);
        });
    }

    static String band(int band) {
        return "band-" + band;
    }

    /** How far cases come, also by age, and at which waves they are met. */
    Topic path() {
        return once("path", () -> {
            List<Wave> waves = List.copyOf(data.waves());
            Combinations combinations = new Combinations(data.size(), row -> {
                int[] one = new int[waves.size() + 2];
                one[0] = data.furthest(row).ordinal();
                one[1] = data.course(row).ordinal();
                for (int w = 0; w < waves.size(); w++) {
                    one[w + 2] = data.held(row, waves.get(w)) ? 1 : 0;
                }
                return one;
            });
            Topic topic = combinations.topic("path");
            int all = topic.outer(base(), ALL, _ -> true);
            addSteps(topic, combinations, all);
            addWaves(topic, combinations, all, waves);
            return topic;
        });
    }

    /** How far cases come by age. */
    Topic stepsByAge() {
        return once("steps-by-age", () -> {
            int steps = Step.values().length;
            Topic topic = new Topic(
                    "steps-by-age",
                    data.size(),
                    steps * (Ages.bands() + 1),
                    row -> Ages.band(data.age(row)) * steps + data.furthest(row).ordinal());
            for (Step step : Step.values()) {
                int come = topic.outer(path(), reached(step), c -> c % steps >= step.ordinal());
                for (int band = 0; band < Ages.bands(); band++) {
                    int own = band;
                    int ofBand = topic.outer(age(), band(band), c -> c / steps == own);
                    topic.part(
                            reached(step) + "-" + band(band),
                            List.of(ofBand, come),
                            Breadth.ALL_TIME,
                            0,
                            c -> c / steps == own && c % steps >= step.ordinal());
                }
            }
            return topic;
        });
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

    private static void addSteps(Topic topic, Combinations combinations, int all) {
        for (Step step : Step.values()) {
            int own = step.ordinal();
            topic.part(reached(step), all, Breadth.FULL, SUBTOTAL, c -> combinations.at(c, 0) >= own);
            if (own > 0) {
                topic.part(
                        lost(step),
                        all,
                        Breadth.FULL,
                        1,
                        c -> combinations.at(c, 0) == own - 1 && combinations.at(c, 1) == Course.ENDED.ordinal());
                topic.part(
                        ongoing(step),
                        all,
                        Breadth.FULL,
                        0,
                        c -> combinations.at(c, 0) == own - 1 && combinations.at(c, 1) == Course.ONGOING.ordinal());
            }
        }
    }

    private static void addWaves(Topic topic, Combinations combinations, int all, List<Wave> waves) {
        for (int w = 0; w < waves.size(); w++) {
            int at = w + 2;
            topic.part(held(waves.get(w)), all, Breadth.FULL, SUBTOTAL, c -> combinations.at(c, at) == 1);
            topic.part(notHeld(waves.get(w)), all, Breadth.FULL, 0, c -> combinations.at(c, at) == 0);
        }
        int before = waves.indexOf(Wave.BEFORE) + 2;
        topic.part(held(Wave.LATEST), all, Breadth.FULL, SUBTOTAL, c -> later(combinations, waves, c));
        topic.part(notHeld(Wave.LATEST), all, Breadth.FULL, 0, c -> !later(combinations, waves, c));
        topic.part(
                BOTH,
                all,
                Breadth.FULL,
                SUBTOTAL,
                c -> before >= 2 && combinations.at(c, before) == 1 && later(combinations, waves, c));
    }

    private static boolean later(Combinations combinations, List<Wave> waves, int c) {
        for (int w = 0; w < waves.size(); w++) {
            if (waves.get(w).moment().later() && combinations.at(c, w + 2) == 1) {
                return true;
            }
        }
        return false;
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
        return once("answers/" + variable.key(), () -> {
            Wave wave = wave(variable);
            Topic topic = new Topic("answers/" + variable.key(), data.size(), 4, row -> status(row, variable, wave));
            boolean ofCase = wave.equals(Wave.CASE);
            boolean met = ofCase || wave.equals(Wave.LATEST) || data.waves().contains(wave);
            int outer =
                    ofCase || !met ? topic.outer(base(), ALL, _ -> true) : topic.outer(path(), held(wave), c -> c != 3);
            topic.part(ANSWERED, outer, Breadth.FULL, SUBTOTAL, c -> c == 0);
            topic.part(BLANK, outer, Breadth.FULL, 1, c -> c == 1);
            int all = topic.outer(base(), ALL, _ -> true);
            topic.part(LOST, all, Breadth.FULL, 1, c -> c != 0);
            return topic.part(NOT_RELEVANT, outer, Breadth.FULL, 1, c -> c == 2);
        });
    }

    /** 0 answered, 1 without answer though there was an occasion, 2 not relevant, 3 no occasion. */
    private int status(int row, Variable variable, Wave wave) {
        Optional<Blank> blank = data.blank(row, variable, wave);
        if (blank.isEmpty()) {
            return 0;
        }
        return switch (blank.get()) {
            case NO_OCCASION -> data.held(row, wave) ? 1 : 3;
            case NOT_RELEVANT -> 2;
            case NOT_ANSWERED, UNKNOWN, NOT_ASKED, DECLINED -> data.held(row, wave) ? 1 : 3;
        };
    }

    /** The categories of a SINGLE variable at its wave. */
    Topic categories(Variable variable) {
        return once("categories/" + variable.key(), () -> {
            Wave wave = wave(variable);
            int rest = variable.categories().size();
            Topic topic = new Topic("categories/" + variable.key(), data.size(), rest + 1, row -> {
                int category = data.category(row, variable, wave);
                return category < 0 ? rest : category;
            });
            int answered = topic.outer(answers(variable), ANSWERED, c -> c < rest);
            for (int k = 0; k < rest; k++) {
                int own = k;
                topic.part(variable.categories().get(k).code(), answered, Breadth.FULL, 0, c -> c == own);
            }
            return topic;
        });
    }

    /** Whether one option of a MULTIPLE variable was chosen at its wave. */
    Topic option(Variable variable, int option) {
        String key = "option/" + variable.key() + "/" + option;
        return once(key, () -> {
            Wave wave = wave(variable);
            Topic topic = new Topic(key, data.size(), 3, row -> {
                if (data.blank(row, variable, wave).isPresent()) {
                    return 2;
                }
                return (data.categories(row, variable, wave) >> option & 1) == 1 ? 0 : 1;
            });
            int answered = topic.outer(answers(variable), ANSWERED, c -> c != 2);
            return topic.part("yes", answered, Breadth.FULL, 1, c -> c == 0)
                    .part("no", answered, Breadth.FULL, 0, c -> c == 1);
        });
    }

    /** Kinds of missing answer to a variable at its wave. */
    Topic blanks(Variable variable) {
        return once("blanks/" + variable.key(), () -> {
            Wave wave = wave(variable);
            int rest = Blank.values().length;
            Topic topic = new Topic("blanks/" + variable.key(), data.size(), rest + 1, row -> {
                if (status(row, variable, wave) != 1) {
                    return rest;
                }
                return data.blank(row, variable, wave).map(Blank::ordinal).orElse(rest);
            });
            int missing = topic.outer(answers(variable), BLANK, c -> c != rest);
            for (Blank blank : List.of(Blank.NOT_ANSWERED, Blank.UNKNOWN, Blank.NOT_ASKED, Blank.DECLINED)) {
                topic.part(blank.name(), missing, Breadth.TOTALS, 0, c -> c == blank.ordinal());
            }
            return topic;
        });
    }

    /** The same persons before and later, for a SINGLE, NUMBER or SCALE variable that is followed. */
    Topic change(Variable variable) {
        return once("change/" + variable.key(), () -> {
            Combinations combinations = new Combinations(data.size(), row -> {
                int before = Math.min(0, answer(row, variable, Wave.BEFORE));
                int latest = Math.min(0, answer(row, variable, Wave.LATEST));
                return new int[] {before, latest, before == 0 && latest == 0 ? change(row, variable) : NO_CHANGE};
            });
            return new CourseTopics(variable, combinations, this).change();
        });
    }

    /** From which category to which, and the answers at each later wave, for such a variable. */
    Topic course(Variable variable) {
        return once("course/" + variable.key(), () -> {
            List<Wave> later = later(variable);
            Combinations combinations = new Combinations(data.size(), row -> combination(row, variable, later));
            return new CourseTopics(variable, combinations, this).course(later);
        });
    }

    private List<Wave> later(Variable variable) {
        return data.waves().stream()
                .filter(wave -> wave.moment().later() && variable.asked().contains(wave.moment()))
                .toList();
    }

    /*
     * 0: before: category or 0 answered, -1 blank, -2 no occasion; 1: latest, same; 2: change: 1 better, 0 same, -1 worse, or
     * NO_CHANGE; 3...: each later wave, as 0.
     */
    private int[] combination(int row, Variable variable, List<Wave> later) {
        int[] one = new int[later.size() + 3];
        one[0] = answer(row, variable, Wave.BEFORE);
        one[1] = answer(row, variable, Wave.LATEST);
        one[2] = one[0] >= 0 && one[1] >= 0 ? change(row, variable) : NO_CHANGE;
        for (int w = 0; w < later.size(); w++) {
            one[w + 3] = answer(row, variable, later.get(w));
        }
        return one;
    }

    private int answer(int row, Variable variable, Wave wave) {
        if (!data.held(row, wave)) {
            return -2;
        }
        if (data.blank(row, variable, wave).isPresent()) {
            return -1;
        }
        return variable.kind() == Kind.SINGLE ? data.category(row, variable, wave) : 0;
    }

    private int change(int row, Variable variable) {
        double difference = difference(row, variable);
        double better = variable.direction() == Direction.LOWER_IS_BETTER ? -difference : difference;
        return (int) Math.signum(better);
    }

    /** The latest minus before, in the unit of the variable or in categories; NaN where either is missing. */
    double difference(int row, Variable variable) {
        if (variable.kind() == Kind.SINGLE) {
            int before = data.category(row, variable, Wave.BEFORE);
            int latest = data.category(row, variable, Wave.LATEST);
            return before < 0 || latest < 0 ? Double.NaN : latest - before;
        }
        return data.number(row, variable, Wave.LATEST) - data.number(row, variable, Wave.BEFORE);
    }

    /** Rows sorted by the combinations of values that occur. */
    static final class Combinations {
        private final Map<List<Integer>, Integer> known = new HashMap<>();
        private final List<int[]> values = new java.util.ArrayList<>();
        private final int[] classOf;

        Combinations(int rows, java.util.function.IntFunction<int[]> of) {
            classOf = new int[rows];
            for (int row = 0; row < rows; row++) {
                int[] one = of.apply(row);
                classOf[row] = known.computeIfAbsent(Arrays.stream(one).boxed().toList(), _ -> {
                    values.add(one);
                    return values.size() - 1;
                });
            }
        }

        int at(int ofClass, int position) {
            return values.get(ofClass)[position];
        }

        Topic topic(String key) {
            return new Topic(key, classOf.length, values.size(), row -> classOf[row]);
        }
    }
}
