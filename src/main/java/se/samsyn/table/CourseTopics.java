package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/**
 * Builds the topics of a SINGLE, NUMBER or SCALE variable that is followed.
 *
 * @param later the later waves at which it is asked; none where only before and latest matter
 */
record CourseTopics(Dataset data, Topics topics, Variable variable, List<Wave> later, Combinations combinations) {

    private static final int NO_CHANGE = 2;

    /** For pairs alone: before and latest are told as answered or not, so that classes stay few. */
    static CourseTopics ofChange(Dataset data, Topics topics, Variable variable) {
        Combinations combinations = new Combinations(data.size(), row -> {
            int before = Math.min(0, answer(data, row, variable, Wave.BEFORE));
            int latest = Math.min(0, answer(data, row, variable, Wave.LATEST));
            return new int[] {before, latest, before == 0 && latest == 0 ? changeOf(data, row, variable) : NO_CHANGE};
        });
        return new CourseTopics(data, topics, variable, List.of(), combinations);
    }

    /** For the whole course. */
    static CourseTopics ofCourse(Dataset data, Topics topics, Variable variable) {
        List<Wave> later = data.waves().stream()
                .filter(wave -> wave.moment().later() && variable.asked().contains(wave.moment()))
                .toList();
        Combinations combinations = new Combinations(data.size(), row -> combination(data, row, variable, later));
        return new CourseTopics(data, topics, variable, later, combinations);
    }

    /*
     * 0: before: category or 0 answered, -1 blank, -2 no occasion; 1: latest, same; 2: change: 1 better, 0 same, -1 worse, or
     * NO_CHANGE; 3...: each later wave, as 0.
     */
    private static int[] combination(Dataset data, int row, Variable variable, List<Wave> later) {
        int[] one = new int[later.size() + 3];
        one[0] = answer(data, row, variable, Wave.BEFORE);
        one[1] = answer(data, row, variable, Wave.LATEST);
        one[2] = one[0] >= 0 && one[1] >= 0 ? changeOf(data, row, variable) : NO_CHANGE;
        for (int w = 0; w < later.size(); w++) {
            one[w + 3] = answer(data, row, variable, later.get(w));
        }
        return one;
    }

    private static int answer(Dataset data, int row, Variable variable, Wave wave) {
        if (!data.held(row, wave)) {
            return -2;
        }
        if (data.blank(row, variable, wave).isPresent()) {
            return -1;
        }
        return variable.kind() == Kind.SINGLE ? data.category(row, variable, wave) : 0;
    }

    private static int changeOf(Dataset data, int row, Variable variable) {
        double difference = difference(data, row, variable);
        double better = variable.direction() == Direction.LOWER_IS_BETTER ? -difference : difference;
        return (int) Math.signum(better);
    }

    /** The latest minus before, in the unit of the variable or in categories; NaN where either is missing. */
    static double difference(Dataset data, int row, Variable variable) {
        if (variable.kind() == Kind.SINGLE) {
            int before = data.category(row, variable, Wave.BEFORE);
            int latest = data.category(row, variable, Wave.LATEST);
            return before < 0 || latest < 0 ? Double.NaN : latest - before;
        }
        return data.number(row, variable, Wave.LATEST) - data.number(row, variable, Wave.BEFORE);
    }

    /** Pairs and the lost, and among pairs the improved, the same and the worse. */
    Topic change() {
        Topic topic = combinations.topic("change/" + variable.key());
        topic.part(Topics.PAIRS, Breadth.FULL, this::pair)
                .part(Topics.LOST, Breadth.FULL, c -> before(c) >= 0 && latest(c) < 0);
        topic.split(
                topic.outer(topics.answers(variable), Topics.ANSWERED, c -> before(c) >= 0), Topics.PAIRS, Topics.LOST);
        if (variable.direction() != Direction.NONE) {
            topic.part(Topics.IMPROVED, Breadth.FULL, c -> changed(c) == 1)
                    .part(Topics.SAME, Breadth.FULL, c -> changed(c) == 0)
                    .part(Topics.WORSE, Breadth.FULL, c -> changed(c) == -1)
                    .split(Topics.PAIRS, Topics.IMPROVED, Topics.SAME, Topics.WORSE);
        }
        return topic;
    }

    /** Transitions, the lost by category before, and the answers at each wave. */
    Topic course() {
        Topic topic = combinations.topic("course/" + variable.key());
        if (variable.kind() == Kind.SINGLE) {
            addTransitions(topic);
        }
        Topic.Whole all = topic.outer(topics.base(), Topics.ALL, _ -> true);
        for (int w = 0; w < later.size(); w++) {
            addWave(topic, later.get(w), w + 3, all);
        }
        return topic;
    }

    private int before(int c) {
        return combinations.at(c, 0);
    }

    private int latest(int c) {
        return combinations.at(c, 1);
    }

    private int changed(int c) {
        return combinations.at(c, 2);
    }

    private boolean pair(int c) {
        return before(c) >= 0 && latest(c) >= 0;
    }

    static String transition(String from, String to) {
        return from + "/" + to;
    }

    static String at(Wave wave, String part) {
        return wave + "/" + part;
    }

    private void addTransitions(Topic topic) {
        List<String> codes = codes();
        for (int from = 0; from < codes.size(); from++) {
            int a = from;
            List<String> names = new ArrayList<>();
            for (int to = 0; to < codes.size(); to++) {
                int b = to;
                String name = transition(codes.get(from), codes.get(to));
                topic.part(name, Breadth.ALL_TIME, c -> before(c) == a && latest(c) == b);
                names.add(name);
            }
            String lost = transition(codes.get(from), Topics.LOST);
            topic.part(lost, Breadth.ALL_TIME, c -> before(c) == a && latest(c) < 0);
            names.add(lost);
            topic.split(
                    topic.outer(topics.categories(variable), codes.get(from), c -> before(c) == a),
                    names.toArray(String[]::new));
        }
        Topic change = topics.change(variable);
        topic.split(
                topic.outer(change, Topics.LOST, c -> before(c) >= 0 && latest(c) < 0),
                codes.stream().map(code -> transition(code, Topics.LOST)).toArray(String[]::new));
        if (variable.direction() == Direction.NONE) {
            topic.split(topic.outer(change, Topics.PAIRS, this::pair), changes(codes, _ -> true));
        } else {
            topic.split(topic.outer(change, Topics.IMPROVED, c -> changed(c) == 1), changes(codes, way -> way == 1));
            topic.split(topic.outer(change, Topics.SAME, c -> changed(c) == 0), changes(codes, way -> way == 0));
            topic.split(topic.outer(change, Topics.WORSE, c -> changed(c) == -1), changes(codes, way -> way == -1));
        }
    }

    /** The transitions that are a change for the better (1), none (0), or for the worse (-1). */
    private String[] changes(List<String> codes, IntPredicate way) {
        int up = variable.direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
        return IntStream.range(0, codes.size())
                .boxed()
                .flatMap(from -> IntStream.range(0, codes.size())
                        .filter(to -> way.test(up * Integer.signum(to - from)))
                        .mapToObj(to -> transition(codes.get(from), codes.get(to))))
                .toArray(String[]::new);
    }

    private List<String> codes() {
        return variable.categories().stream().map(Category::code).toList();
    }

    private void addWave(Topic topic, Wave wave, int at, Topic.Whole all) {
        String answered = at(wave, Topics.ANSWERED);
        String lost = at(wave, Topics.LOST);
        topic.part(answered, Breadth.ALL_TIME, c -> combinations.at(c, at) >= 0)
                .part(lost, Breadth.ALL_TIME, c -> combinations.at(c, at) < 0)
                .split(all, answered, lost);
        if (variable.kind() == Kind.SINGLE) {
            List<String> names = codes().stream().map(code -> at(wave, code)).toList();
            for (int k = 0; k < names.size(); k++) {
                int own = k;
                topic.part(names.get(k), Breadth.ALL_TIME, c -> combinations.at(c, at) == own);
            }
            topic.split(answered, names.toArray(String[]::new));
        }
    }
}
