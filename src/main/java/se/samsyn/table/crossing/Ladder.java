package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.Branches;

/**
 * A column with all groupings in which its categories lie, whether they were asked for or not. What is counted by units is so made to add up to
 * municipalities, regions and kinds of units too: else a municipality and the one large unit in it, asked for one after the other, would tell of the few
 * who are not there.
 *
 * @param levels wider before what lies in them
 */
record Ladder(List<Dimension> levels) {

    Ladder {
        levels = List.copyOf(levels);
    }

    /** The level that is a dimension, or -1. */
    int level(Dimension one) {
        return IntStream.range(0, levels.size())
                .filter(level -> levels.get(level).column().equals(one.column())
                        && levels.get(level).key().grouping().equals(one.key().grouping()))
                .findFirst()
                .orElse(-1);
    }

    boolean has(Dimension one) {
        return level(one) >= 0;
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
        List<List<Integer>> within = new ArrayList<>();
        List<Integer> ofLevel = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            List<int[]> wider = directlyAround(level);
            for (int category = 0; category < levels.get(level).categories().size(); category++) {
                int at = category;
                within.add(
                        wider.isEmpty()
                                ? List.of(Branches.TOTAL)
                                : wider.stream().map(around -> around[at]).toList());
                ofLevel.add(level);
            }
        }
        return Branches.of(within, ofLevel.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Where the categories of a level lie in each of the levels around it, but not in those that one of these lies in. */
    private List<int[]> directlyAround(int level) {
        List<Integer> around = IntStream.range(0, level)
                .filter(wide -> isAround(wide, level))
                .boxed()
                .toList();
        return around.stream()
                .filter(wide -> around.stream().noneMatch(between -> isAround(wide, between)))
                .map(wide -> IntStream.of(
                                levels.get(wide).around(levels.get(level)).orElseThrow())
                        .map(category -> position(wide, category))
                        .toArray())
                .toList();
    }

    private boolean isAround(int wide, int narrow) {
        return levels.get(wide).around(levels.get(narrow)).isPresent();
    }
}
