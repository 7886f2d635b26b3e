package se.samsyn.table;

import java.util.List;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Builds the topics of a variable that is followed; the combinations are those {@link Topics} makes for it. */
record CourseTopics(Variable variable, Topics.Combinations combinations, Topics topics) {

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
    Topic course(List<Wave> later) {
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
