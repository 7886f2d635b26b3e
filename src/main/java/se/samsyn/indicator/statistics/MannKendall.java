package se.samsyn.indicator.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether figures of years in order tend upwards or downwards, whatever the form of the trend.
 *
 * @param score pairs of years that rise less pairs that fall
 * @param tau the score through the pairs whose figures differ, -1 to 1; 0 where all figures are equal
 * @param p two-sided probability, 0 to 1, of a score at least so far from 0 by chance alone
 */
public record MannKendall(long score, double tau, double p) {
    /*
     * Up to 50 years p is exact, also with ties: the falling pairs of a random order of the figures have the distribution of inversions of a multiset,
     * built up one group of equal figures at a time; of m figures placed and t to place, the last is one of the t with probability t / (m + t), and a
     * figure placed last jumps over none, one placed before jumps over all t left [1, 2]. Above 50 years the normal approximation, corrected for ties
     * and continuity [3].
     *
     * [1] M. G. Kendall: Rank Correlation Methods, 4th ed. (1975), ch. 4-5.
     * [2] G. E. Andrews: The Theory of Partitions (1976), 3.4: inversions of multiset permutations.
     * [3] H. B. Mann: Nonparametric tests against trend. Econometrica 13 (1945), 245-259.
     */
    private static final int EXACT = 50;

    /** The test of at least one figure in order of time; none may be missing (NaN). One year, or figures that are all equal, give p 1. */
    public static MannKendall of(double... values) {
        if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("A trend needs figures, and none of them missing");
        }
        long rising = 0;
        long falling = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                rising += values[j] > values[i] ? 1 : 0;
                falling += values[j] < values[i] ? 1 : 0;
            }
        }
        long pairs = rising + falling;
        long score = rising - falling;
        if (pairs == 0) {
            return new MannKendall(0, 0, 1);
        }
        int[] groups = groups(values);
        double p = values.length <= EXACT
                ? exact(groups, Math.min(rising, falling))
                : approximate(groups, values.length, score);
        return new MannKendall(score, (double) score / pairs, Math.min(1, p));
    }

    /** The median of the changes a year between all pairs of years (P. K. Sen, JASA 63, 1968); at least two years that differ. */
    public static double slope(double[] years, double[] values) {
        if (years.length != values.length || Arrays.stream(years).distinct().count() < 2) {
            throw new IllegalArgumentException("A slope needs two years that differ, and a figure for each");
        }
        double[] slopes = new double[years.length * (years.length - 1) / 2];
        int n = 0;
        for (int i = 0; i < years.length; i++) {
            for (int j = i + 1; j < years.length; j++) {
                if (years[i] != years[j]) {
                    slopes[n++] = (values[j] - values[i]) / (years[j] - years[i]);
                }
            }
        }
        return Quantiles.of(Arrays.copyOf(slopes, n), 0.5, Quantiles.Type.TYPE_7);
    }

    private static int[] groups(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] sizes = new int[sorted.length];
        int n = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] != sorted[i - 1]) {
                n++;
            }
            sizes[n]++;
        }
        return Arrays.copyOf(sizes, n + 1);
    }

    private static double exact(int[] groups, long fewer) {
        double[] inversions = {1};
        int placed = 0;
        for (int group : groups) {
            inversions = together(inversions, merging(placed, group));
            placed += group;
        }
        double tail = 0;
        for (int i = 0; i <= fewer; i++) {
            tail += inversions[i];
        }
        return 2 * tail;
    }

    /** The distribution of inversions when a group of equal figures is mixed at random among figures already placed. */
    private static double[] merging(int placed, int group) {
        double[][] row = new double[placed + 1][];
        for (int m = 0; m <= placed; m++) {
            row[m] = new double[] {1};
        }
        for (int t = 1; t <= group; t++) {
            for (int m = 1; m <= placed; m++) {
                double[] mixed = new double[m * t + 1];
                double[] without = row[m];
                for (int i = 0; i < without.length; i++) {
                    mixed[i] += without[i] * t / (m + t);
                }
                double[] jumped = row[m - 1];
                for (int i = 0; i < jumped.length; i++) {
                    mixed[i + t] += jumped[i] * m / (m + t);
                }
                row[m] = mixed;
            }
        }
        return row[placed];
    }

    private static double[] together(double[] a, double[] b) {
        double[] sum = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum[i + j] += a[i] * b[j];
            }
        }
        return sum;
    }

    private static double approximate(int[] groups, int n, long score) {
        double variance = (double) n * (n - 1) * (2.0 * n + 5);
        for (int group : groups) {
            variance -= (double) group * (group - 1) * (2.0 * group + 5);
        }
        double z = Math.max(0, Math.abs(score) - 1) / Math.sqrt(variance / 18);
        return 2 * new NormalDistribution().cumulativeProbability(-z);
    }
}
