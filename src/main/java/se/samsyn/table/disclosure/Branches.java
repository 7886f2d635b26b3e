package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The categories of one dimension of a crossing, where some may lie within others: units in municipalities in regions. */
public final class Branches {

    /** What a category lies in that lies in none: the total. */
    public static final int TOTAL = -1;

    private final int[] within;
    private final int[] depths;
    private final int deepest;

    private Branches(int[] within) {
        this.within = within;
        this.depths = IntStream.range(0, within.length).map(this::climb).toArray();
        this.deepest = IntStream.of(depths).max().orElse(0);
    }

    /** Categories that all lie in the total. */
    public static Branches flat(int size) {
        int[] within = new int[size];
        Arrays.fill(within, TOTAL);
        return new Branches(within);
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
        return new Branches(within.clone());
    }

    private int climb(int category) {
        int depth = 1;
        for (int at = category; within[at] != TOTAL; at = within[at]) {
            depth++;
            if (depth > within.length) {
                throw new IllegalArgumentException("Categories lie in each other");
            }
        }
        return depth;
    }

    /** How many categories there are, wider ones included. */
    public int size() {
        return within.length;
    }

    int within(int category) {
        return within[category];
    }

    /** Whether a category is another or lies in it; all lie in the {@link #TOTAL}. */
    public boolean isWithin(int category, int other) {
        int at = category;
        while (at != TOTAL && at != other) {
            at = within[at];
        }
        return at == other;
    }

    /** How many steps it is to the total, which is at 0. */
    int depth(int category) {
        return depths[category];
    }

    int deepest() {
        return deepest;
    }

    /** The categories, those that lie in others before these. */
    int[] upwards() {
        return IntStream.range(0, within.length)
                .boxed()
                .sorted((one, other) -> Integer.compare(depths[other], depths[one]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
