package se.samsyn.table.disclosure;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sparse vector of whole numbers over the rows (inner cells), kept in lowest terms with a positive first value, so that
 * two columns are proportional exactly when they are equal. Values are longs; where those overflow, big integers.
 */
final class Column {

    private static final long[] NONE = {};

    private final int[] rows;
    private final long[] values;
    private final BigInteger @Nullable [] big;
    /** Worked out when first asked for: of most columns nobody asks. */
    private int hash;

    private Column(int[] rows, long[] values, BigInteger @Nullable [] big) {
        this.rows = rows;
        this.values = values;
        this.big = big;
    }

    /** The sum of some rows, ascending and each once. */
    static Column sumOf(int[] rows) {
        long[] ones = new long[rows.length];
        Arrays.fill(ones, 1);
        return new Column(rows, ones, null);
    }

    /** The sum of some rows less that of others; rows in both vanish. */
    static Column difference(int[] plus, int[] minus) {
        int[] rows = IntStream.concat(Arrays.stream(plus), Arrays.stream(minus))
                .distinct()
                .filter(row -> (Arrays.binarySearch(plus, row) >= 0) != (Arrays.binarySearch(minus, row) >= 0))
                .sorted()
                .toArray();
        return lowest(
                rows,
                Arrays.stream(rows)
                        .mapToLong(row -> Arrays.binarySearch(plus, row) >= 0 ? 1 : -1)
                        .toArray());
    }

    boolean isZero() {
        return rows.length == 0;
    }

    /** The rows with a value, ascending; not to be changed. */
    int[] rows() {
        return rows;
    }

    boolean has(int row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }

    /** Whether some values are positive and some negative. The first is positive always. */
    boolean isDifference() {
        return big == null
                ? Arrays.stream(values).anyMatch(value -> value < 0)
                : Arrays.stream(big).anyMatch(value -> value.signum() < 0);
    }

    /** This column less as much of the pivot as makes the row vanish, in lowest terms. */
    Column eliminate(Column pivot, int row) {
        if (big == null && pivot.big == null) {
            try {
                return eliminateSmall(pivot, row);
            } catch (ArithmeticException overflow) {
                return eliminateBig(pivot, row); // the same step in big integers
            }
        }
        return eliminateBig(pivot, row);
    }

    private Column eliminateSmall(Column pivot, int row) {
        long mine = values[Arrays.binarySearch(rows, row)];
        long theirs = pivot.values[Arrays.binarySearch(pivot.rows, row)];
        long common = gcd(mine, theirs);
        long times = theirs / common;
        long less = mine / common;
        int[] at = new int[rows.length + pivot.rows.length];
        long[] value = new long[at.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < rows.length || j < pivot.rows.length) {
            int here = i < rows.length ? rows[i] : Integer.MAX_VALUE;
            int there = j < pivot.rows.length ? pivot.rows[j] : Integer.MAX_VALUE;
            long sum = here <= there ? Math.multiplyExact(times, values[i++]) : 0;
            if (there <= here) {
                sum = Math.subtractExact(sum, Math.multiplyExact(less, pivot.values[j++]));
            }
            if (sum != 0) {
                at[size] = Math.min(here, there);
                value[size++] = sum;
            }
        }
        return lowest(Arrays.copyOf(at, size), Arrays.copyOf(value, size));
    }

    private static Column lowest(int[] rows, long[] values) {
        long common = 0;
        for (int k = 0; k < values.length && common != 1; k++) {
            common = gcd(common, values[k]);
        }
        long divisor = values.length > 0 && values[0] < 0 ? -common : common;
        for (int k = 0; k < values.length && divisor != 1; k++) {
            values[k] = Math.divideExact(values[k], divisor);
        }
        return new Column(rows, values, null);
    }

    private static long gcd(long a, long b) {
        long x = Math.absExact(a);
        long y = Math.absExact(b);
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    private Column eliminateBig(Column pivot, int row) {
        BigInteger mine = value(Arrays.binarySearch(rows, row));
        BigInteger theirs = pivot.value(Arrays.binarySearch(pivot.rows, row));
        int[] at = new int[rows.length + pivot.rows.length];
        BigInteger[] value = new BigInteger[at.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < rows.length || j < pivot.rows.length) {
            int here = i < rows.length ? rows[i] : Integer.MAX_VALUE;
            int there = j < pivot.rows.length ? pivot.rows[j] : Integer.MAX_VALUE;
            BigInteger sum = here <= there ? theirs.multiply(value(i++)) : BigInteger.ZERO;
            if (there <= here) {
                sum = sum.subtract(mine.multiply(pivot.value(j++)));
            }
            if (sum.signum() != 0) {
                at[size] = Math.min(here, there);
                value[size++] = sum;
            }
        }
        return lowest(Arrays.copyOf(at, size), Arrays.copyOf(value, size));
    }

    private static Column lowest(int[] rows, BigInteger[] values) {
        BigInteger common = Arrays.stream(values).reduce(BigInteger.ZERO, BigInteger::gcd);
        BigInteger divisor = values.length > 0 && values[0].signum() < 0 ? common.negate() : common;
        for (int k = 0; k < values.length; k++) {
            values[k] = values[k].divide(divisor);
        }
        boolean fits = Arrays.stream(values).allMatch(value -> value.bitLength() < Long.SIZE - 1);
        return fits
                ? new Column(
                        rows,
                        Arrays.stream(values)
                                .mapToLong(BigInteger::longValueExact)
                                .toArray(),
                        null)
                : new Column(rows, NONE, values);
    }

    private BigInteger value(int k) {
        return big == null ? BigInteger.valueOf(values[k]) : big[k];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Column column
                && hashCode() == column.hashCode()
                && Arrays.equals(rows, column.rows)
                && Arrays.equals(values, column.values)
                && Arrays.equals(big, column.big);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = 31 * Arrays.hashCode(rows) + (big == null ? Arrays.hashCode(values) : Arrays.hashCode(big));
        }
        return hash;
    }
}
