package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The categories of one dimension of a crossing, where some may lie within others: units in municipalities in regions. A category may lie in several that
 * do not lie in each other, as a unit does in its municipality and in its kind of units.
 */
public final class Branches {

    /** What a category lies in that lies in none: the total. */
    public static final int TOTAL = -1;

    private final int[][] within;
    private final int[] levels;
    private final int highest;
    private final int[] divisions;
    private final int[][] around;
    private final int[] narrowest;

    private Branches(int[][] within, int[] levels) {
        this.within = within;
        this.levels = levels;
        this.highest = IntStream.of(levels).max().orElse(0);
        this.divisions = divisions(within, levels);
        this.around = IntStream.range(0, within.length)
                .mapToObj(category -> wider(category).distinct().toArray())
                .toArray(int[][]::new);
        BitSet wide = new BitSet();
        Arrays.stream(around).flatMapToInt(IntStream::of).filter(at -> at >= 0).forEach(wide::set);
        this.narrowest = IntStream.range(0, within.length)
                .filter(category -> !wide.get(category))
                .toArray();
    }

    /** Categories that all lie in the total. */
    public static Branches flat(int size) {
        int[] within = new int[size];
        Arrays.fill(within, TOTAL);
        return of(within);
    }

    /**
     * Categories by what each lies in directly. Persons are added to those that nothing lies in; the others are what lies in them.
     *
     * @param within the position of another category, or {@link #TOTAL}
     * @throws IllegalArgumentException where there is no such category, or categories lie in each other
     */
    public static Branches of(int... within) {
        for (int category : within) {
            if (category < TOTAL || category >= within.length) {
                throw new IllegalArgumentException("A category lies in another or in the total");
            }
        }
        return of(
                IntStream.of(within).mapToObj(List::of).toList(),
                IntStream.range(0, within.length)
                        .map(category -> climb(category, within))
                        .toArray());
    }

    private static int climb(int category, int[] within) {
        int steps = 0;
        for (int at = category; within[at] != TOTAL; at = within[at]) {
            steps++;
            if (steps > within.length) {
                throw new IllegalArgumentException("Categories lie in each other");
            }
        }
        return steps;
    }

    /**
     * The same where categories lie in several.
     *
     * @param within the positions of others, or {@link #TOTAL}; never none
     * @param levels the level of each category, from 0; those of a level lie in equally many, of the same lower levels. A whole is parted by all those
     *     of one level that lie in it
     * @throws IllegalArgumentException where one lies in another that is not of a lower level
     */
    public static Branches of(List<List<Integer>> within, int... levels) {
        int[][] direct = within.stream()
                .map(wide -> wide.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        for (int category = 0; category < direct.length; category++) {
            int level = levels[category];
            if (!IntStream.of(direct[category]).allMatch(wide -> wide == TOTAL || levels[wide] < level)) {
                throw new IllegalArgumentException("A category lies in those of lower levels");
            }
        }
        return new Branches(direct, levels.clone());
    }

    /** Numbers the levels so that no two that part the same whole have the same number. */
    private static int[] divisions(int[][] within, int[] levels) {
        int[] numbers = new int[IntStream.of(levels).max().orElse(0) + 1];
        BitSet[] wholes = new BitSet[numbers.length];
        for (int level = 0; level < numbers.length; level++) {
            int parts = level;
            wholes[level] = new BitSet();
            IntStream.range(0, within.length)
                    .filter(category -> levels[category] == parts)
                    .flatMap(category -> IntStream.of(within[category]))
                    .forEach(wide -> wholes[parts].set(wide + 1));
            BitSet taken = new BitSet();
            IntStream.range(0, level)
                    .filter(before -> wholes[before].intersects(wholes[parts]))
                    .forEach(before -> taken.set(numbers[before]));
            numbers[level] = taken.nextClearBit(0);
        }
        return IntStream.of(levels).map(level -> numbers[level]).toArray();
    }

    private IntStream wider(int category) {
        return category == TOTAL
                ? IntStream.empty()
                : IntStream.of(within[category]).flatMap(wide -> IntStream.concat(IntStream.of(wide), wider(wide)));
    }

    /** How many categories there are, wider ones included. */
    public int size() {
        return within.length;
    }

    /** What a category lies in directly, or the {@link #TOTAL} alone. */
    int[] within(int category) {
        return within[category];
    }

    /** In how many others a category lies directly, at most. */
    public int ways() {
        return Arrays.stream(within).mapToInt(wide -> wide.length).max().orElse(0);
    }

    /** In how many others those of a level lie directly. */
    int ways(int level) {
        return IntStream.range(0, within.length)
                .filter(category -> levels[category] == level)
                .map(category -> within[category].length)
                .max()
                .orElse(0);
    }

    /** Which of the ways to part its wholes a category belongs to. */
    int division(int category) {
        return divisions[category];
    }

    /** In how many ways a whole is parted, at most. */
    int divisions() {
        return IntStream.of(divisions).max().orElse(0) + 1;
    }

    /** All that a category lies in, once each, the {@link #TOTAL} too. */
    int[] around(int category) {
        return around[category];
    }

    /** Whether a category is another or lies in it; all lie in the {@link #TOTAL}. */
    public boolean isWithin(int category, int other) {
        if (category == other || category == TOTAL) {
            return category == other;
        }
        for (int wide : around[category]) {
            if (wide == other) {
                return true;
            }
        }
        return false;
    }

    /**
     * What a category has in common with some others that have nothing in common with each other: itself, where it lies in one of them; else those of them
     * that lie in it, and of those that go across it the narrowest that lie in both.
     */
    public int[] shared(int category, int... others) {
        if (IntStream.of(others).anyMatch(other -> isWithin(category, other))) {
            return new int[] {category};
        }
        if (Arrays.binarySearch(narrowest, category) >= 0) {
            return new int[0];
        }
        int[] parts =
                IntStream.of(narrowest).filter(part -> isWithin(part, category)).toArray();
        return IntStream.of(others)
                .flatMap(other -> isWithin(other, category)
                        ? IntStream.of(other)
                        : IntStream.of(parts).filter(part -> isWithin(part, other)))
                .toArray();
    }

    int level(int category) {
        return levels[category];
    }

    int levels() {
        return highest + 1;
    }

    /** The categories that no other lies in. */
    int[] narrowest() {
        return narrowest;
    }
}
