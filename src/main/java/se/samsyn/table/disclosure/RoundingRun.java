package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** One run of small count rounding, from one drawn order. */
final class RoundingRun {
    /*
     * In rounds. The first takes the small inner cells of cells that were small to begin with, later ones the small inner cells of
     * cells that are small now, until no cell is. Which of a round's inner cells get the base and which zero is decided
     * together, so that the cells come as near as can be to their true counts; errors of former rounds are thus made up for.
     * At the end, inner cells that published cells give away and that are still small are rounded too.
     */
    private static final int MOST_AT_ONCE = 1000;

    private final List<LinkedTables.Cell> cells;
    private final long[] original;
    private final long[] now;
    private final long base;
    private final RandomGenerator random;

    RoundingRun(List<LinkedTables.Cell> cells, long[] original, int base, RandomGenerator random) {
        this.cells = cells;
        this.original = original;
        this.now = original.clone();
        this.base = base;
        this.random = random;
    }

    static long sum(long[] counts, int[] rows) {
        long sum = 0;
        for (int row : rows) {
            sum += counts[row];
        }
        return sum;
    }

    long[] round() {
        BitSet turn = smallIn(original);
        while (!turn.isEmpty()) {
            round(some(turn));
            turn.or(smallIn(now));
            turn.stream().filter(row -> !small(now[row])).forEach(turn::clear);
            if (turn.isEmpty()) {
                turn = new GivenAway(cells, original.length, now).rows();
                turn.stream().filter(row -> !small(now[row])).forEach(turn::clear);
            }
        }
        return now;
    }

    private boolean small(long count) {
        return count > 0 && count < base;
    }

    /** Small inner cells of small cells. */
    private BitSet smallIn(long[] counts) {
        BitSet found = new BitSet();
        for (LinkedTables.Cell cell : cells) {
            if (small(sum(counts, cell.inner()))) {
                Arrays.stream(cell.inner()).filter(row -> small(counts[row])).forEach(found::set);
            }
        }
        return found;
    }

    private int[] some(BitSet turn) {
        int[] rows = turn.stream().toArray();
        if (rows.length <= MOST_AT_ONCE) {
            return rows;
        }
        shuffle(rows);
        return Arrays.stream(rows).limit(MOST_AT_ONCE).sorted().toArray();
    }

    private void shuffle(int[] rows) {
        for (int last = rows.length - 1; last > 0; last--) {
            int drawn = random.nextInt(last + 1);
            int held = rows[last];
            rows[last] = rows[drawn];
            rows[drawn] = held;
        }
    }

    private void round(int[] rows) {
        long toPlace = sum(now, rows)
                + Arrays.stream(original).sum()
                - Arrays.stream(now).sum();
        int bases = Math.clamp(Math.round((double) toPlace / base), 0, rows.length);
        BasePlaces places = places(rows);
        BitSet chosen = places.choose(bases);
        for (int k = 0; k < rows.length; k++) {
            now[rows[k]] = chosen.get(k) ? base : 0;
        }
    }

    /** The cells that some but not all of the rows are in, each with what the rows should sum to in it. */
    private BasePlaces places(int[] rows) {
        int[] positionOf = new int[original.length];
        Arrays.fill(positionOf, -1);
        IntStream.range(0, rows.length).forEach(k -> positionOf[rows[k]] = k);
        int[] order = IntStream.range(0, rows.length).toArray();
        shuffle(order);
        BasePlaces places = new BasePlaces(order, base);
        for (LinkedTables.Cell cell : cells) {
            int[] within = Arrays.stream(cell.inner())
                    .map(row -> positionOf[row])
                    .filter(position -> position >= 0)
                    .toArray();
            if (within.length > 0 && within.length < rows.length) {
                long rest = Arrays.stream(within).mapToLong(k -> now[rows[k]]).sum();
                places.wish(within, rest + sum(original, cell.inner()) - sum(now, cell.inner()));
            }
        }
        return places;
    }
}
