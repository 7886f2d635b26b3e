package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The noise for each count and each cell key: a row per count, the last of which serves all greater counts, and in each row the
 * noises with the key each ends at. Zero gets no noise.
 */
public final class NoiseTable {
    /*
     * Fraser, B. and Wooton, J. (2005): A proposed method for confidentialising tabular output to protect against differencing.
     * Giessing, S. (2016): Computational issues in the design of transition probabilities and disclosure risk estimation for additive
     * noise. Privacy in Statistical Databases. The reference's entropy is maximised with two conditions more than NoiseLaw says: the law rises
     * from the lowest noise up to zero, and nothing is asked above it.
     */
    private static final double DECIMALS = 1e8;

    private static final double STEP = 0.05;
    private static final double SAME_VARIANCE = 5e-4;

    private final NoiseLaw law;
    private final List<double[]> probabilities;
    private final List<double[]> ends;
    private final List<int[]> noises;

    private NoiseTable(NoiseLaw law, List<double[]> probabilities) {
        this.law = law;
        this.probabilities = probabilities;
        this.ends = probabilities.stream().map(NoiseTable::ends).toList();
        this.noises = IntStream.rangeClosed(1, probabilities.size())
                .mapToObj(count -> noises(law, count))
                .toList();
    }

    /** Computes the table. Same law, same table. */
    public static NoiseTable of(NoiseLaw law) {
        List<double[]> rows = new ArrayList<>();
        int last = law.blocked() == 0 ? law.most() : law.most() + law.blocked() + 1;
        for (int count = 1; count <= last; count++) {
            rows.add(row(law, count));
        }
        return new NoiseTable(law, rows);
    }

    /** The row's noises, lowest first: none takes the count below zero or to one that is blocked. */
    static int[] noises(NoiseLaw law, int count) {
        IntegerList noises = new IntegerList();
        for (int noise = -Math.min(count, law.most()); noise <= law.most(); noise++) {
            if (count + noise == 0 || count + noise > law.blocked()) {
                noises.add(noise);
            }
        }
        return noises.toArray();
    }

    /** Where the share that stays keeps the variance from being used, or cannot be had, it gives way a little at a time. */
    private static double[] row(NoiseLaw law, int count) {
        int[] noises = noises(law, count);
        double stay = count > law.blocked() ? law.stay() : 0;
        Optional<double[]> found = MaximumEntropy.law(noises, law.variance(), stay);
        while (stay > 0 && found.filter(p -> usesVariance(law, noises, p)).isEmpty()) {
            stay = stay > STEP ? stay - STEP : 0;
            found = MaximumEntropy.law(noises, law.variance(), stay);
        }
        return found.orElseThrow(
                () -> new IllegalArgumentException("No noise on the count " + count + " is as asked for"));
    }

    private static boolean usesVariance(NoiseLaw law, int[] noises, double[] probabilities) {
        return Math.abs(variance(noises, probabilities) - law.variance()) < SAME_VARIANCE;
    }

    private static double variance(int[] noises, double[] probabilities) {
        double variance = 0;
        for (int k = 0; k < noises.length; k++) {
            variance += probabilities[k] * noises[k] * noises[k];
        }
        return variance;
    }

    /** The law the table follows. */
    public NoiseLaw law() {
        return law;
    }

    /** The count from which all counts are treated alike. */
    public int lastRow() {
        return probabilities.size();
    }

    /** The probabilities of the noises of a row, lowest noise first. */
    double[] probabilities(int row) {
        return probabilities.get(row - 1).clone();
    }

    /** The keys the noises of a row end at, to eight decimals, lowest noise first; the last is 1. */
    double[] ends(int row) {
        return ends.get(row - 1).clone();
    }

    private static double[] ends(double[] probabilities) {
        double[] ends = probabilities.clone();
        Arrays.parallelPrefix(ends, Double::sum);
        for (int k = 0; k < ends.length; k++) {
            ends[k] = k == ends.length - 1 ? 1 : Math.rint(ends[k] * DECIMALS) / DECIMALS;
        }
        return ends;
    }

    /**
     * The cell key at which a noise ends.
     *
     * @param count at least 1
     * @param noise one that the count can get
     */
    public double end(long count, int noise) {
        int row = (int) Math.min(count, lastRow());
        int at = count < 1 ? -1 : Arrays.binarySearch(noises(law, row), noise);
        if (at < 0) {
            throw new IllegalArgumentException("The count does not get such noise");
        }
        return ends(row)[at];
    }

    /**
     * The noise of a cell.
     *
     * @param count the true count, not negative
     * @param key the cell key, from 0 to below 1
     */
    public int noise(long count, double key) {
        if (count < 0 || !(key >= 0 && key < 1)) {
            throw new IllegalArgumentException("A count is not negative, and a cell key lies from 0 to below 1");
        }
        if (count == 0) {
            return 0;
        }
        int row = (int) Math.min(count, lastRow());
        double[] keys = ends.get(row - 1);
        int at = 0;
        while (key >= keys[at]) {
            at++;
        }
        return noises.get(row - 1)[at];
    }
}
