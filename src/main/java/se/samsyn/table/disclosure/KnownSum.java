package se.samsyn.table.disclosure;

import java.util.Arrays;

/**
 * What an attacker knows of some rows: their sum lies between two bounds, both included.
 *
 * @param rows ascending, each once
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record KnownSum(int[] rows, long least, long most) {

    /** Greater than any sum: no bound above. */
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    static KnownSum exactly(int[] rows, long sum) {
        return new KnownSum(rows, sum, sum);
    }

    static KnownSum atLeast(int[] rows, long sum) {
        return new KnownSum(rows, sum, UNBOUNDED);
    }

    static KnownSum atMost(int[] rows, long sum) {
        return new KnownSum(rows, 0, sum);
    }

    /** As a line of a linear program. */
    Balance line(int[] columnOf) {
        int[] columns = Arrays.stream(rows).map(row -> columnOf[row]).toArray();
        return Balance.of(columns, (double) least, most == UNBOUNDED ? Double.POSITIVE_INFINITY : (double) most);
    }

    /** What is left of it to know when some of its rows are known. */
    KnownSum without(Bounds bounds) {
        if (Arrays.stream(rows).noneMatch(bounds::fixed)) {
            return this;
        }
        long known = Arrays.stream(rows)
                .filter(bounds::fixed)
                .mapToLong(bounds::least)
                .sum();
        int[] unknown = Arrays.stream(rows).filter(row -> !bounds.fixed(row)).toArray();
        return new KnownSum(unknown, least - known, most == UNBOUNDED ? UNBOUNDED : most - known);
    }

    /** How far a value lies outside the bounds: negative below, positive above, 0 inside. */
    long excess(long value) {
        return value < least ? value - least : Math.max(0, value - most);
    }

    /** What the rows sum to in a table. */
    long in(long[] table) {
        long sum = 0;
        for (int row : rows) {
            sum += table[row];
        }
        return sum;
    }
}
