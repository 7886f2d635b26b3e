package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import se.samsyn.table.Part.Breadth;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.Wave;

/** Builds the topics of how far cases come and when they are met. */
@SuppressWarnings("EnumOrdinal") // classes live in memory alone
record PathTopics(Dataset data, Topics topics) {

    /** Steps; who has an occasion at each wave, and both before and later. */
    Topic path() {
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
        Topic.Whole all = topic.outer(topics.base(), Topics.ALL, _ -> true);
        addSteps(topic, combinations, all);
        topic.part(Topics.OPEN, Breadth.FULL, c -> combinations.at(c, 1) == Course.ONGOING.ordinal())
                .part(Topics.CLOSED, Breadth.FULL, c -> combinations.at(c, 1) != Course.ONGOING.ordinal())
                .split(all, Topics.OPEN, Topics.CLOSED);
        addWaves(topic, combinations, all, waves);
        return topic;
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

    private static void addWaves(Topic topic, Combinations combinations, Topic.Whole all, List<Wave> waves) {
        for (int w = 0; w < waves.size(); w++) {
            int at = w + 2;
            held(topic, all, waves.get(w), c -> combinations.at(c, at) == 1);
        }
        held(topic, all, Wave.LATEST, c -> later(combinations, waves, c));
    }

    private static void held(Topic topic, Topic.Whole all, Wave wave, IntPredicate held) {
        topic.part(Topics.held(wave), Breadth.FULL, held)
                .part(Topics.notHeld(wave), Breadth.FULL, held.negate())
                .split(all, Topics.held(wave), Topics.notHeld(wave));
    }

    private static boolean later(Combinations combinations, List<Wave> waves, int c) {
        for (int w = 0; w < waves.size(); w++) {
            if (waves.get(w).moment().later() && combinations.at(c, w + 2) == 1) {
                return true;
            }
        }
        return false;
    }
}
