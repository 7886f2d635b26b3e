package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The parts of groups shown as fewer than five, which are shown as nobody: where one part alone is not empty, it would tell for certain where
 * the few are.
 *
 * <p>In the other lines they lie in, somebody must take their place, or what those lines lack would tell it too. Not by where they are
 * in truth: as many as the group is shown as stand in one of its parts by lot, the likelier the larger the lines across it are.
 */
final class Undivided {

    private static final long LOT = 0x2545F4914F6CDD1DL;

    private final int[] values;
    private final long[] persons;
    private final long[] keys;
    private final int[] wholes;
    private final BitSet parts = new BitSet();

    Undivided(int[] values, long[] persons, long[] keys, int[] wholes) {
        this.values = values;
        this.persons = persons;
        this.keys = keys;
        this.wholes = wholes;
    }

    boolean has(int cell) {
        return parts.get(cell);
    }

    /** Finds them among cells whose wholes are settled, and lets each group stand in one. */
    void place(int[] all, int width, Settling.Lying lying) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int cell : all) {
            for (int d = 0; d < width; d++) {
                int line = lying.line(cell, d);
                if (line != Settling.NONE && isFew(wholes[line])) {
                    groups.computeIfAbsent(line, _ -> new ArrayList<>()).add(cell);
                }
            }
        }
        groups.values()
                .forEach(group -> group.forEach(cell -> {
                    parts.set(cell);
                    values[cell] = 0;
                }));
        groups.forEach((line, group) -> stand(line, group, width, lying));
    }

    /** Whether a group of somebody is shown as fewer than five. */
    private boolean isFew(int whole) {
        return persons[whole] > 0 && values[whole] < Settling.DIVIDED_FROM;
    }

    private void stand(int line, List<Integer> group, int width, Settling.Lying lying) {
        int[] room =
                group.stream().mapToInt(cell -> room(cell, line, width, lying)).toArray();
        long lots = Math.max(1, IntStream.of(room).asLongStream().sum());
        long left = BlurredTable.mixed(keys[wholes[line]] ^ LOT) % lots;
        int at = 0;
        while (at < room.length - 1 && left >= room[at]) {
            left -= room[at];
            at++;
        }
        int part = group.get(at);
        values[part] = Math.max(values[part], values[wholes[line]]);
    }

    /** The least that is shown of the lines across a part. */
    private int room(int cell, int line, int width, Settling.Lying lying) {
        return IntStream.range(0, width)
                .map(d -> lying.line(cell, d))
                .filter(across -> across != Settling.NONE && across != line)
                .map(across -> values[wholes[across]])
                .min()
                .orElse(1);
    }

    /** Shows all of them as nobody. */
    void hide() {
        parts.stream().forEach(cell -> values[cell] = 0);
    }
}
