package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * A crossing with all its margins, blurred: every count bears noise that belongs to its persons, and the parts of a whole add up to it as
 * nearly as can be. Holds what may be shown and nothing else.
 *
 * <p>Method: cell keys (Fraser and Wooton 2005) with the noise of {@link NoiseTable}, and from the total downwards brought to add up. A cell
 * of nobody is shown as zero. Means bear the noise on their sums that one person could make at most; quantiles are read at a level
 * that is moved a little.
 */
public final class BlurredTable {

    /** Means of fewer, as blurred, are not given. */
    public static final int MEANS_FROM = 10;

    /** Shares of fewer, as blurred, are not given. */
    public static final int SHARES_FROM = 5;

    private static final double KEYS = 0x1p-32;
    private static final long LOW = 0xFFFF_FFFFL;

    private final Lattice lattice;
    private final int[] counts;
    private final BlurredNumbers numbers;

    private BlurredTable(Lattice lattice, int[] counts, BlurredNumbers numbers) {
        this.lattice = lattice;
        this.counts = counts;
        this.numbers = numbers;
    }

    /** Whether a crossing of so many categories, wider ones included, is small enough. */
    public static boolean fits(int... sizes) {
        double cells = 1;
        for (int size : sizes) {
            cells *= size + 1;
        }
        return cells <= Lattice.MOST_CELLS;
    }

    /** The count of a cell by its category on each dimension, as blurred; -1 on a dimension means its total. */
    public long count(int... at) {
        return counts[lattice.cell(at)];
    }

    /** How many have a number, as blurred; as {@link #count} where no numbers were given. */
    public long measured(int... at) {
        return numbers.count(lattice.cell(at));
    }

    /** The mean of a cell's numbers; empty where too few have one. */
    public OptionalDouble mean(int... at) {
        return numbers.mean(lattice.cell(at));
    }

    /** Half the width of a 95 % interval for the mean, the noise counted in; empty where there is no mean. */
    public OptionalDouble meanMargin(int... at) {
        return numbers.margin(lattice.cell(at));
    }

    /** Half the width of a 95 % interval for what the numbers of a cell add up to, {@link #mean} times {@link #measured}. */
    public double sumMargin() {
        return numbers.marginOfSum();
    }

    /**
     * The number below which a share of a cell's numbers lie; empty where fewer than {@link #MEANS_FROM} have one, or fewer than five of them would
     * lie beyond it.
     */
    public OptionalDouble quantile(double share, int... at) {
        return numbers.quantile(share, lattice.cell(at));
    }

    /** Blurs. */
    static int[] blurred(Lattice lattice, NoiseTable noise, long[] persons, long[] keys) {
        int[] noisy = new int[lattice.cells()];
        for (int cell = 0; cell < noisy.length; cell++) {
            noisy[cell] = Math.toIntExact(persons[cell] + noise.noise(persons[cell], uniform(keys[cell])));
        }
        new Anchoring(lattice, noisy, persons, keys, noise.law().blocked()).settle();
        return noisy;
    }

    /** Adds keys up, modulo 2^32. */
    static void addUpKeys(Lattice lattice, long[] keys) {
        lattice.addUp(keys);
        Arrays.setAll(keys, cell -> keys[cell] & LOW);
    }

    /**
     * The cell key of persons whose 32-bit keys add up to this, from 0 to below 1. Scattered: the keys of parts add up to that of the whole, and their
     * noise must not.
     */
    static double uniform(long keySum) {
        return (mixed(keySum & LOW) & LOW) * KEYS;
    }

    /** Looks drawn by lot, and is as good an order of keys as any; not negative. */
    static long mixed(long key) {
        long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (mixed ^ (mixed >>> 33)) >>> 1;
    }

    /** Gathers groups of persons. */
    public static final class Builder {

        private final Lattice lattice;
        private final NoiseTable noise;
        private final long[] persons;
        private final long[] keys;
        private final BlurredNumbers.Gathered gathered;

        /**
         * A crossing.
         *
         * @param lowest the least a number can be; with the highest, NaN where there are no numbers
         * @param dimensions the categories of each
         * @throws IllegalArgumentException when it does not {@link BlurredTable#fits fit}
         */
        public Builder(NoiseTable noise, double lowest, double highest, List<Branches> dimensions) {
            this.noise = noise;
            this.lattice = new Lattice(dimensions);
            this.persons = new long[lattice.cells()];
            this.keys = new long[lattice.cells()];
            this.gathered = new BlurredNumbers.Gathered(lattice, lowest, highest);
        }

        /**
         * Adds a group; groups of one cell may be added one by one.
         *
         * @param count how many persons
         * @param keySum their record keys, each from 0 to below 2^32, added up
         * @param at the category on each dimension, one that nothing lies in
         */
        public void add(long count, long keySum, int... at) {
            int cell = lattice.cell(at);
            persons[cell] += count;
            keys[cell] += keySum;
        }

        /**
         * Adds a group with numbers, which must be added as a group too.
         *
         * @param step the number they have, to the nearest step
         * @param sum of their numbers
         */
        public void addNumbers(long count, long keySum, double step, double sum, int... at) {
            gathered.add(lattice.cell(at), count, keySum, step, sum);
        }

        /**
         * Says that persons are in the groups of some categories, whether they have numbers or are selected at all. The noise of means belongs to these
         * groups too: of two groups that differ by a few, the parts in which all are the same would else have equal means, and that one had not would
         * tell where the few are.
         */
        public void among(long keySum, int... at) {
            gathered.among(keySum, at);
        }

        /** Blurs and forgets what was gathered. */
        public BlurredTable build() {
            return build(Optional.empty());
        }

        /**
         * The same, where those with numbers are selected from a wider crossing.
         *
         * @param counted how many with numbers a cell has, as blurred there; counts with a noise of their own for each selection could be averaged
         */
        public BlurredTable build(ToLongFunction<int[]> counted) {
            return build(Optional.of(counted));
        }

        private BlurredTable build(Optional<ToLongFunction<int[]>> counted) {
            lattice.addUp(persons);
            addUpKeys(lattice, keys);
            int[] counts = blurred(lattice, noise, persons, keys);
            BlurredNumbers numbers = gathered.build(noise, counted);
            Arrays.fill(persons, 0);
            Arrays.fill(keys, 0);
            return new BlurredTable(lattice, counts, numbers);
        }
    }
}
