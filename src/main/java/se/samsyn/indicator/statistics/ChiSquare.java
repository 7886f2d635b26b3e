package se.samsyn.indicator.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.special.Gamma;

/** Pearson's chi-square tests of counts, without continuity correction. */
public final class ChiSquare {
    /*
     * [1] K. Pearson: On the criterion that a given system of deviations ... Philosophical Magazine 50 (1900), 157-175.
     */
    private ChiSquare() {}

    /**
     * Whether rows and columns have to do with each other [1].
     *
     * @param table rows of counts, all of one length, none negative; an empty row or column is left out
     * @return empty where fewer than two rows or columns hold anybody
     */
    public static Optional<SignificanceTest> independence(double[][] table) {
        int width = table.length == 0 ? 0 : table[0].length;
        double[] rows = new double[table.length];
        double[] columns = new double[width];
        for (int i = 0; i < table.length; i++) {
            if (table[i].length != width) {
                throw new IllegalArgumentException("The rows of a table are of one length");
            }
            for (int j = 0; j < width; j++) {
                rows[i] += count(table[i][j]);
                columns[j] += table[i][j];
            }
        }
        double all = Arrays.stream(rows).sum();
        double statistic = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < width; j++) {
                statistic += deviation(table[i][j], rows[i] * columns[j] / all);
            }
        }
        double degrees = (filled(rows) - 1.0) * (filled(columns) - 1.0);
        return degrees < 1 || all == 0 ? Optional.empty() : Optional.of(of(statistic, degrees));
    }

    /**
     * Whether counts are spread as expected [1].
     *
     * @param expected one weight above 0 for each count, on any scale
     * @return empty where there are fewer than two counts or nobody to count
     */
    public static Optional<SignificanceTest> fit(double[] counts, double[] expected) {
        if (counts.length != expected.length || Arrays.stream(expected).anyMatch(weight -> !(weight > 0))) {
            throw new IllegalArgumentException("A test of fit needs an expected weight above 0 for each count");
        }
        double all = 0;
        for (double count : counts) {
            all += count(count);
        }
        if (counts.length < 2 || all == 0) {
            return Optional.empty();
        }
        double weights = Arrays.stream(expected).sum();
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            statistic += deviation(counts[i], all * expected[i] / weights);
        }
        return Optional.of(of(statistic, counts.length - 1.0));
    }

    static SignificanceTest of(double statistic, double degrees) {
        return new SignificanceTest(statistic, degrees, Gamma.regularizedGammaQ(degrees / 2, statistic / 2));
    }

    private static double count(double count) {
        if (!(count >= 0) || Double.isInfinite(count)) {
            throw new IllegalArgumentException("A count is a number of at least 0");
        }
        return count;
    }

    private static double deviation(double count, double expected) {
        return expected > 0 ? (count - expected) * (count - expected) / expected : 0;
    }

    private static long filled(double[] sums) {
        return Arrays.stream(sums).filter(sum -> sum > 0).count();
    }
}
