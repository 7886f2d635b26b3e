package se.samsyn.table.disclosure;

import java.util.Arrays;

/**
 * What an attacker knows of some rows: their sum lies between two bounds, both included.
 *
 * @param rows ascending, each once
 * @param from the shown cells the sum was worked out from; empty if from none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record KnownSum(int[] rows, long least, long most, int[] from) {

    /** Greater than any sum: no bound above. */
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    static KnownSum exactly(int[] rows, long sum, int[] from) {
        return new KnownSum(rows, sum, sum, from);
    }

    static KnownSum atLeast(int[] rows, long sum) {
        return new KnownSum(rows, sum, UNBOUNDED, new int[0]);
    }

    static KnownSum atMost(int[] rows, long sum) {
        return new KnownSum(rows, 0, sum, new int[0]);
    }

    /** The same sum where rows have other numbers. */
    KnownSum renumbered(int[] numberOf) {
        int[] renumbered = new int[rows.length];
        Arrays.setAll(renumbered, k -> numberOf[rows[k]]);
        Arrays.sort(renumbered);
        return new KnownSum(renumbered, least, most, from);
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
