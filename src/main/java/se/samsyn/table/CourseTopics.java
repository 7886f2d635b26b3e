package se.samsyn.table;

import java.util.List;
import se.samsyn.table.Part.Breadth;
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
        int before = topic.outer(topics.answers(variable), Topics.ANSWERED, c -> before(c) >= 0);
        topic.outer(topics.path(), Topics.BOTH, c -> before(c) != -2 && latest(c) != -2);
        topic.part(Topics.PAIRS, before, Breadth.FULL, 3, this::pair);
        topic.part(Topics.LOST, before, Breadth.FULL, 1, c -> before(c) >= 0 && latest(c) < 0);
        if (variable.direction() != Direction.NONE) {
            topic.part(Topics.IMPROVED, before, Breadth.FULL, 2, c -> changed(c) == 1);
            topic.part(Topics.SAME, before, Breadth.FULL, 1, c -> changed(c) == 0);
            topic.part(Topics.WORSE, before, Breadth.FULL, 2, c -> changed(c) == -1);
        }
        return topic;
    }

    /** Transitions, the lost by category before, and the answers at each wave. */
    Topic course() {
        Topic topic = combinations.topic("course/" + variable.key());
        if (variable.kind() == Kind.SINGLE) {
            addTransitions(topic);
        }
        int all = topic.outer(topics.base(), Topics.ALL, _ -> true);
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
        Topic change = topics.change(variable);
        int pairs = topic.outer(change, Topics.PAIRS, this::pair);
        int lost = topic.outer(change, Topics.LOST, c -> before(c) >= 0 && latest(c) < 0);
        boolean judged = variable.direction() != Direction.NONE;
        int better = judged ? topic.outer(change, Topics.IMPROVED, c -> changed(c) == 1) : pairs;
        int same = judged ? topic.outer(change, Topics.SAME, c -> changed(c) == 0) : pairs;
        int worse = judged ? topic.outer(change, Topics.WORSE, c -> changed(c) == -1) : pairs;
        boolean higher = variable.direction() != Direction.LOWER_IS_BETTER;
        int size = variable.categories().size();
        for (int from = 0; from < size; from++) {
            int a = from;
            String code = variable.categories().get(from).code();
            int outer = topic.outer(topics.categories(variable), code, c -> before(c) == a);
            topic.part(
                    transition(code, Topics.LOST),
                    List.of(outer, lost),
                    Breadth.ALL_TIME,
                    0,
                    c -> before(c) == a && latest(c) < 0);
            for (int to = 0; to < size; to++) {
                int b = to;
                int kind = a == b ? same : (b > a) == higher ? better : worse;
                String name = transition(code, variable.categories().get(to).code());
                topic.part(name, List.of(outer, kind), Breadth.ALL_TIME, 0, c -> before(c) == a && latest(c) == b);
            }
        }
    }

    private void addWave(Topic topic, Wave wave, int at, int all) {
        int held = topic.outer(topics.path(), Topics.held(wave), c -> combinations.at(c, at) != -2);
        topic.part(at(wave, Topics.ANSWERED), held, Breadth.ALL_TIME, 2, c -> combinations.at(c, at) >= 0);
        topic.part(at(wave, Topics.LOST), all, Breadth.ALL_TIME, 1, c -> combinations.at(c, at) < 0);
        if (variable.kind() == Kind.SINGLE) {
            for (int k = 0; k < variable.categories().size(); k++) {
                int own = k;
                String code = variable.categories().get(k).code();
                topic.part(at(wave, code), held, Breadth.ALL_TIME, 0, c -> combinations.at(c, at) == own);
            }
        }
    }
}
