package se.samsyn.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.BlurredSums;
import se.samsyn.table.source.Dataset;

/** Blurs one topic in one family: the places right under a place, and for the nation's family the nation itself. */
final class Blurring {
    /*
     * A cell is settled when all it is part of has been: parts after the counts they divide, each year after all years, each sex after all. Regions do
     * not add up to the nation nor municipalities to their region: what is left of a region when its municipalities are taken away are cases
     * of protected identity, which is nobody's business even roughly.
     */
    private static final int UNIT = 3;

    private static final int NO_CELL = -1;
    private static final int STEPS_OF_A_PART = 3;
    private static final int BY_YEARS = -1;
    private static final int BY_SEXES = -2;
    private static final int BY_UNITS = -3;

    /** Shown of a whole that is not shown: what is divided no further. */
    private static final int TOO_FEW = 1;

    /** A whole and a way of dividing it: a split of the topic, or by years, sexes or units. */
    private record Way(int whole, int split) {}

    private final BlurredCounts settled;
    private final Snapshot snapshot;
    private final Topic topic;
    private final int head;
    private final List<Integer> places;
    private final Block persons;
    private final Block keys;
    private final Block cells;
    private final int[] depths;
    private final Map<Way, Integer> lines = new HashMap<>();
    private final Map<Counts.Group, Integer> wholes = new HashMap<>();
    private final BlurredSums.Builder sums = new BlurredSums.Builder(BlurredCounts.NOISE);

    Blurring(BlurredCounts settled, Topic topic, int head) {
        this.settled = settled;
        this.snapshot = settled.snapshot();
        this.topic = topic;
        this.head = head;
        this.places = new ArrayList<>(snapshot.places().node(head).children());
        if (head == Places.NATION) {
            places.add(head);
        }
        this.persons = emptyBlock();
        this.keys = emptyBlock();
        this.cells = emptyBlock();
        cells.fill(NO_CELL);
        this.depths = depths();
    }

    private Block emptyBlock() {
        return new Block(places, snapshot.periods(), topic.parts().size());
    }

    /** How many parts of the topic lie around each part, one within the other. */
    private int[] depths() {
        int[] depths = new int[topic.parts().size()];
        for (int round = 0; round < depths.length; round++) {
            for (Topic.Split split : topic.splits()) {
                if (split.whole() instanceof Topic.Whole.Inside inside) {
                    split.parts().forEach(part -> depths[part] = Math.max(depths[part], depths[inside.part()] + 1));
                }
            }
        }
        return depths;
    }

    Block block() {
        count();
        List<Integer> outermostFirst = IntStream.range(0, depths.length)
                .boxed()
                .sorted(Comparator.comparingInt(part -> depths[part]))
                .toList();
        List<Integer> told = places.stream()
                .filter(place -> !snapshot.places().node(place).secret())
                .toList();
        for (int depth = 0; depth <= Arrays.stream(depths).max().orElse(0); depth++) {
            for (int place : told) {
                for (int period = 0; period < snapshot.periods(); period++) {
                    gather(place, period, depth, outermostFirst);
                }
            }
        }
        return shown(told);
    }

    private void count() {
        Dataset data = snapshot.data();
        int below = snapshot.places().node(head).depth() + 1;
        List<List<Integer>> partsOf = IntStream.range(0, topic.classes())
                .mapToObj(ofClass -> IntStream.range(0, depths.length)
                        .filter(part -> topic.parts().get(part).classes().get(ofClass))
                        .boxed()
                        .toList())
                .toList();
        for (int row : snapshot.rowsAt(head)) {
            int place = snapshot.places().at(data, row, below);
            for (int part : partsOf.get(topic.classOf(row))) {
                count(place, row, part);
                if (head == Places.NATION) {
                    count(head, row, part);
                }
            }
        }
    }

    private void count(int place, int row, int part) {
        for (int period : List.of(Snapshot.ALL_YEARS, snapshot.periodOf(row))) {
            for (SexGroup sex :
                    List.of(SexGroup.ALL, SexGroup.of(snapshot.data().sex(row)))) {
                persons.add(place, period, sex, part, 1);
                keys.add(place, period, sex, part, settled.key(row, place));
            }
        }
    }

    private void gather(int place, int period, int depth, List<Integer> parts) {
        for (SexGroup sex : SexGroup.totalFirst()) {
            for (int part : parts) {
                if (depths[part] == depth && topic.parts().get(part).breadth().covers(sex, period)) {
                    gather(new Counts.Group(topic, part, place, period, sex));
                }
            }
        }
    }

    private void gather(Counts.Group group) {
        int within = (group.period() == Snapshot.ALL_YEARS ? 0 : 1) + (group.sex() == SexGroup.ALL ? 0 : 1);
        int level = 1 + depths[group.part()] * STEPS_OF_A_PART + within;
        int cell = sums.cell(level, at(persons, group), at(keys, group), lines(group));
        cells.put(group.place(), group.period(), group.sex(), group.part(), cell);
    }

    private static long at(Block block, Counts.Group group) {
        return block.count(group.place(), group.period(), group.sex(), group.part());
    }

    /** All that the group is a part of. */
    private int[] lines(Counts.Group group) {
        List<Way> ways = new ArrayList<>();
        for (int split = 0; split < topic.splits().size(); split++) {
            if (topic.splits().get(split).parts().contains(group.part())) {
                ways.add(new Way(whole(topic.splits().get(split).whole(), group), split));
            }
        }
        if (group.period() != Snapshot.ALL_YEARS) {
            ways.add(new Way(cell(group.in(Snapshot.ALL_YEARS)), BY_YEARS));
        }
        if (group.sex() != SexGroup.ALL) {
            ways.add(new Way(cell(group.of(SexGroup.ALL)), BY_SEXES));
        }
        if (snapshot.places().node(group.place()).depth() == UNIT) {
            ways.add(new Way(settled(group.at(head)), BY_UNITS));
        }
        return ways.stream()
                .mapToInt(way -> lines.computeIfAbsent(way, _ -> sums.line(way.whole())))
                .toArray();
    }

    private int cell(Counts.Group group) {
        return (int) at(cells, group);
    }

    private int whole(Topic.Whole whole, Counts.Group group) {
        return switch (whole) {
            case Topic.Whole.Inside inside -> cell(group.of(topic, inside.part()));
            case Topic.Whole.Outside outside -> {
                Topic.Outer outer = topic.outers().get(outside.outer());
                yield settled(group.of(outer.topic(), outer.part()));
            }
        };
    }

    private int settled(Counts.Group group) {
        return wholes.computeIfAbsent(group, _ -> {
            long shown = settled.count(group);
            int[] rows = snapshot.rows(group).toArray();
            long keySum = IntStream.of(rows)
                    .mapToLong(row -> settled.key(row, group.place()))
                    .sum();
            return sums.settled(rows.length, keySum, shown == Counts.SECRET ? TOO_FEW : shown);
        });
    }

    private Block shown(List<Integer> told) {
        BlurredSums blurred = sums.build();
        Block shown = emptyBlock();
        shown.fill(Counts.SECRET);
        for (int place : told) {
            for (int period = 0; period < snapshot.periods(); period++) {
                for (SexGroup sex : SexGroup.values()) {
                    for (int part = 0; part < depths.length; part++) {
                        int cell = (int) cells.count(place, period, sex, part);
                        if (cell != NO_CELL && blurred.divided(cell)) {
                            shown.put(place, period, sex, part, blurred.count(cell));
                        }
                    }
                }
            }
        }
        return shown;
    }
}
