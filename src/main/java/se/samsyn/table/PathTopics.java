package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.Wave;

/** Builds the topics of how far cases come and when they are met. */
@SuppressWarnings("EnumOrdinal") // classes live in memory alone
record PathTopics(Dataset data, Topics topics) {

    /** Steps, who is still on the way, and who was met before. */
    Topic path() {
        Combinations combinations =
                new Combinations(data.size(), row -> new int[] {
                    data.furthest(row).ordinal(), data.course(row).ordinal(), data.held(row, Wave.BEFORE) ? 1 : 0
                });
        Topic topic = combinations.topic("path");
        Topic.Whole all = topic.outer(topics.base(), Topics.ALL, _ -> true);
        addSteps(topic, combinations, all);
        topic.part(Topics.OPEN, Breadth.FULL, c -> combinations.at(c, 1) == Course.ONGOING.ordinal())
                .part(Topics.CLOSED, Breadth.FULL, c -> combinations.at(c, 1) != Course.ONGOING.ordinal())
                .split(all, Topics.OPEN, Topics.CLOSED);
        return topic.part(Topics.held(Wave.BEFORE), Breadth.FULL, c -> combinations.at(c, 2) == 1)
                .part(Topics.notHeld(Wave.BEFORE), Breadth.FULL, c -> combinations.at(c, 2) == 0)
                .split(all, Topics.held(Wave.BEFORE), Topics.notHeld(Wave.BEFORE));
    }

    /** Steps by age. */
    Topic stepsByAge() {
        int steps = Step.values().length;
        Topic topic = new Topic(
                "steps-by-age",
                data.size(),
                steps * (Ages.bands() + 1),
                row -> Ages.band(data.age(row)) * steps + data.furthest(row).ordinal());
        for (Step step : Step.values()) {
            List<String> names = new ArrayList<>();
            for (int band = 0; band <= Ages.bands(); band++) {
                int own = band;
                String name = Topics.reached(step) + "-" + (band == Ages.bands() ? Topics.BLANK : Topics.band(band));
                topic.part(name, Breadth.ALL_TIME, c -> c / steps == own && c % steps >= step.ordinal());
                names.add(name);
            }
            topic.split(
                    topic.outer(topics.path(), Topics.reached(step), c -> c % steps >= step.ordinal()),
                    names.toArray(String[]::new));
        }
        return topic;
    }

    /** Each step's cases are those who come to the next, those who stop before it and those who are on their way to it. */
    private static void addSteps(Topic topic, Combinations combinations, Topic.Whole all) {
        Step before = null;
        for (Step step : Step.values()) {
            int own = step.ordinal();
            topic.part(Topics.reached(step), Breadth.FULL, c -> combinations.at(c, 0) >= own);
            if (before == null) {
                topic.split(all, Topics.reached(step));
            } else {
                topic.part(
                        Topics.lost(step),
                        Breadth.FULL,
                        c -> combinations.at(c, 0) == own - 1 && !onTheWay(combinations.at(c, 1), step));
                topic.part(
                        Topics.ongoing(step),
                        Breadth.FULL,
                        c -> combinations.at(c, 0) == own - 1 && onTheWay(combinations.at(c, 1), step));
                topic.split(Topics.reached(before), Topics.reached(step), Topics.lost(step), Topics.ongoing(step));
            }
            before = step;
        }
    }

    private static boolean onTheWay(int course, Step step) {
        return course == Course.ONGOING.ordinal()
                || (course == Course.AWAITED.ordinal() && step == Step.FOLLOWED_AFTER);
    }
}
