package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Rounds so that no cell of a set of tables holds few persons and all of them still add up: some inner counts become zero or the
 * base, and every cell is a sum of the inner counts so altered. As many tables as are rounded together agree with each other; tables that may later
 * be compared must be rounded together.
 */
public final class SmallCountRounding {
    /*
     * Langsrud, Ø. and Heldal, J. (2018): An Algorithm for Small Count Rounding of Tabular Data. Privacy in Statistical Databases.
     * What is chosen at each step leans on the order the inner cells are looked at; so several orders are tried and the one that alters the
     * published cells least is kept. The orders are drawn from a fixed seed: same input, same outcome.
     */
    private static final int STARTS = 24;
    private static final long SEED = 2018;

    private final List<LinkedTables.Cell> cells;
    private final int base;

    private SmallCountRounding(LinkedTables tables, int base) {
        this.cells = tables.cells();
        this.base = base;
    }

    /**
     * Rounds.
     *
     * @param tables whose inner cells are rounded; the standing of cells says nothing here
     * @param base at least 2; no cell ends up between zero and the base
     */
    public static Rounded round(LinkedTables tables, int base) {
        if (base < 2) {
            throw new IllegalArgumentException("The base of rounding is at least 2");
        }
        SmallCountRounding rounding = new SmallCountRounding(tables, base);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        return IntStream.range(0, STARTS)
                .mapToObj(start -> new RoundingRun(rounding.cells, tables.persons(), base, random).round())
                .map(inner -> rounding.rounded(tables.persons(), inner))
                .min(Comparator.comparingDouble(Rounded::meanDifference).thenComparingLong(Rounded::greatestDifference))
                .orElseThrow();
    }

    private Rounded rounded(long[] original, long[] inner) {
        long[] now = cells.stream()
                .mapToLong(cell -> RoundingRun.sum(inner, cell.inner()))
                .toArray();
        long[] differences = new long[now.length];
        Arrays.setAll(
                differences,
                k -> Math.abs(now[k] - RoundingRun.sum(original, cells.get(k).inner())));
        if (Arrays.stream(now).anyMatch(count -> count > 0 && count < base)) {
            throw new IllegalStateException("Rounding left a small count");
        }
        return new Rounded(
                inner,
                now,
                Arrays.stream(differences).average().orElse(0),
                Arrays.stream(differences).max().orElse(0));
    }

    /** What rounding made of a set of tables. */
    public static final class Rounded {

        private final long[] inner;
        private final long[] cells;
        private final double meanDifference;
        private final long greatestDifference;

        private Rounded(long[] inner, long[] cells, double meanDifference, long greatestDifference) {
            this.inner = inner;
            this.cells = cells;
            this.meanDifference = meanDifference;
            this.greatestDifference = greatestDifference;
        }

        /** The rounded count of an inner cell. */
        public long inner(int number) {
            return inner[number];
        }

        /** The rounded count of a cell: the sum of its inner cells. */
        public long cell(int number) {
            return cells[number];
        }

        /** The mean over the cells of how many persons each was altered by, up or down. */
        public double meanDifference() {
            return meanDifference;
        }

        /** The most persons a cell was altered by. */
        public long greatestDifference() {
            return greatestDifference;
        }
    }
}
