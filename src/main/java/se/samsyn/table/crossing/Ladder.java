package se.samsyn.table.crossing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.Branches;

/**
 * A column with groupings in which its categories lie, one in the other, whether they were asked for or not. What is counted by units is
 * so made to add up to municipalities and regions too: else a municipality and the one large unit in it, asked for one after the other, would
 * tell of the few who are not there.
 *
 * @param levels widest first
 */
record Ladder(List<Dimension> levels) {

    Ladder {
        levels = List.copyOf(levels);
    }

    /** The level that has an axis, or -1. */
    int level(AxisKey key) {
        return IntStream.range(0, levels.size())
                .filter(level -> levels.get(level).key().equals(key))
                .findFirst()
                .orElse(-1);
    }

    /** The key of its narrowest level. */
    AxisKey narrowest() {
        return levels.getLast().key();
    }

    /** Where a category of a level stands among all of them. */
    int position(int level, int category) {
        return category
                + levels.subList(0, level).stream()
                        .mapToInt(wider -> wider.categories().size())
                        .sum();
    }

    /** All categories, by what each lies in. */
    Branches branches() {
        int[] within = new int[position(levels.size(), 0)];
        Arrays.fill(within, Branches.TOTAL);
        for (int level = 1; level < levels.size(); level++) {
            int[] around = levels.get(level - 1).around(levels.get(level)).orElseThrow();
            for (int category = 0; category < around.length; category++) {
                within[position(level, category)] = position(level - 1, around[category]);
            }
        }
        return Branches.of(within);
    }
}
