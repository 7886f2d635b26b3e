package se.samsyn.table;

import java.util.List;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/** Builds the parts of a variable's course: pairs and the lost, change, transitions, and the answers at each later wave. */
record CourseTopic(Variable variable, List<Wave> later, Topics.Combinations combinations, Topics topics) {

    Topic topic() {
        Topic topic = combinations.topic("course/" + variable.key());
        int before = topic.outer(topics.answers(variable), Topics.ANSWERED, c -> before(c) >= 0);
        int both = topic.outer(topics.path(), Topics.BOTH, c -> before(c) != -2 && latest(c) != -2);
        topic.part(Topics.PAIRS, both, Breadth.FULL, 3, c -> before(c) >= 0 && latest(c) >= 0);
        topic.part(Topics.LOST, before, Breadth.FULL, 1, c -> before(c) >= 0 && latest(c) < 0);
        if (variable.direction() != Direction.NONE) {
            topic.part(Topics.IMPROVED, before, Breadth.FULL, 2, c -> change(c) == 1);
            topic.part(Topics.SAME, before, Breadth.FULL, 1, c -> change(c) == 0);
            topic.part(Topics.WORSE, before, Breadth.FULL, 2, c -> change(c) == -1);
        }
        if (variable.kind() == Kind.SINGLE) {
            addTransitions(topic);
        }
        for (int w = 0; w < later.size(); w++) {
            addWave(topic, w);
        }
        return topic;
    }

    private int before(int c) {
        return combinations.at(c, 0);
    }

    private int latest(int c) {
        return combinations.at(c, 1);
    }

    private int change(int c) {
        return combinations.at(c, 2);
    }

    static String transition(String from, String to) {
        return from + "/" + to;
    }

    static String at(Wave wave, String part) {
        return wave + "/" + part;
    }

    private void addTransitions(Topic topic) {
        int size = variable.categories().size();
        for (int from = 0; from < size; from++) {
            int a = from;
            String code = variable.categories().get(from).code();
            int outer = topic.outer(topics.categories(variable), code, c -> before(c) == a);
            topic.part(transition(code, Topics.LOST), outer, Breadth.ALL_TIME, 0, c -> before(c) == a && latest(c) < 0);
            for (int to = 0; to < size; to++) {
                int b = to;
                String name = transition(code, variable.categories().get(to).code());
                topic.part(name, outer, Breadth.ALL_TIME, 0, c -> before(c) == a && latest(c) == b);
            }
        }
    }

    private void addWave(Topic topic, int w) {
        Wave wave = later.get(w);
        if (!variable.asked().contains(wave.moment())) {
            return;
        }
        int at = w + 3;
        int held = topic.outer(topics.path(), Topics.held(wave), c -> combinations.at(c, at) != -2);
        topic.part(at(wave, Topics.ANSWERED), held, Breadth.ALL_TIME, 2, c -> combinations.at(c, at) >= 0);
        int all = topic.outer(topics.base(), Topics.ALL, _ -> true);
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
