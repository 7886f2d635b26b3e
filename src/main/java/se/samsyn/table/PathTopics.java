package se.samsyn.table;

import java.util.List;
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
        int all = topic.outer(topics.base(), Topics.ALL, _ -> true);
        addSteps(topic, combinations, all);
        topic.part(Topics.OPEN, all, Breadth.FULL, 1, c -> combinations.at(c, 1) == Course.ONGOING.ordinal());
        topic.part(Topics.CLOSED, all, Breadth.FULL, 1, c -> combinations.at(c, 1) != Course.ONGOING.ordinal());
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
            int come = topic.outer(topics.path(), Topics.reached(step), c -> c % steps >= step.ordinal());
            for (int band = 0; band < Ages.bands(); band++) {
                int own = band;
                int ofBand = topic.outer(topics.age(), Topics.band(band), c -> c / steps == own);
                topic.part(
                        Topics.reached(step) + "-" + Topics.band(band),
                        List.of(ofBand, come),
                        Breadth.ALL_TIME,
                        0,
                        c -> c / steps == own && c % steps >= step.ordinal());
            }
        }
        return topic;
    }

    private static void addSteps(Topic topic, Combinations combinations, int all) {
        for (Step step : Step.values()) {
            int own = step.ordinal();
            topic.part(Topics.reached(step), all, Breadth.FULL, Topics.SUBTOTAL, c -> combinations.at(c, 0) >= own);
            if (own > 0) {
                topic.part(
                        Topics.lost(step),
                        all,
                        Breadth.FULL,
                        1,
                        c -> combinations.at(c, 0) == own - 1 && !onTheWay(combinations.at(c, 1), step));
                topic.part(
                        Topics.ongoing(step),
                        all,
                        Breadth.FULL,
                        0,
                        c -> combinations.at(c, 0) == own - 1 && onTheWay(combinations.at(c, 1), step));
            }
        }
    }

    private static boolean onTheWay(int course, Step step) {
        return course == Course.ONGOING.ordinal()
                || (course == Course.AWAITED.ordinal() && step == Step.FOLLOWED_AFTER);
    }

    private static void addWaves(Topic topic, Combinations combinations, int all, List<Wave> waves) {
        for (int w = 0; w < waves.size(); w++) {
            int at = w + 2;
            topic.part(Topics.held(waves.get(w)), all, Breadth.FULL, Topics.SUBTOTAL, c -> combinations.at(c, at) == 1);
            topic.part(Topics.notHeld(waves.get(w)), all, Breadth.FULL, 0, c -> combinations.at(c, at) == 0);
        }
        int before = waves.indexOf(Wave.BEFORE) + 2;
        topic.part(Topics.held(Wave.LATEST), all, Breadth.FULL, Topics.SUBTOTAL, c -> later(combinations, waves, c));
        topic.part(Topics.notHeld(Wave.LATEST), all, Breadth.FULL, 0, c -> !later(combinations, waves, c));
        topic.part(
                Topics.BOTH,
                all,
                Breadth.FULL,
                Topics.SUBTOTAL,
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
}
