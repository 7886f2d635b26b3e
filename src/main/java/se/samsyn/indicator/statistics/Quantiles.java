package se.samsyn.indicator.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import se.samsyn.kernel.Interval;

/** Quantiles of values, with distribution-free intervals. */
public final class Quantiles {
    /*
     * A quantile lies between two values in order. The types differ in where among the n values p falls: at n p + m, rounded for types 1 to 3 and
     * interpolated for 4 to 9 [1].
     *
     * [1] R. J. Hyndman, Y. Fan: Sample quantiles in statistical packages. American Statistician 50 (1996), 361-365.
     * [2] G. J. Hahn, W. Q. Meeker: Statistical Intervals (1991), 5.2: order statistics.
     * [3] J. W. Tukey: Exploratory Data Analysis (1977), ch. 2: the five-number summary.
     */

    /** The nine definitions of a quantile [1]; the number of each is its number there and in R. */
    public enum Type {
        /** Steps at each value: the inverse of the empirical distribution. */
        TYPE_1,
        /** As type 1, midway where p falls on a step. */
        TYPE_2,
        /** The nearest value, the even one of two. */
        TYPE_3,
        /** Interpolation of the empirical distribution. */
        TYPE_4,
        /** Interpolation midway through the steps, as in hydrology. */
        TYPE_5,
        /** The mean position of each value: n + 1 (SPSS, Minitab). */
        TYPE_6,
        /** The mode of the position: n - 1 (R's and Excel's usual). */
        TYPE_7,
        /** The median of the position, whatever the distribution. */
        TYPE_8,
        /** The mean position if values are normal. */
        TYPE_9
    }

    private static final double FUZZ = 4 * Math.ulp(1.0);

    private Quantiles() {}

    /**
     * A quantile of at least one value.
     *
     * @param p the share of values below, 0 to 1; 0 is the least value and 1 the greatest
     */
    public static double of(double[] values, double p, Type type) {
        check(values, p);
        double[] sorted = sorted(values);
        int n = sorted.length;
        return switch (type) {
            case TYPE_1 -> stepped(sorted, n * p, 1, 0);
            case TYPE_2 -> stepped(sorted, n * p, 1, 0.5);
            case TYPE_3 -> nearest(sorted, n * p - 0.5);
            case TYPE_4 -> between(sorted, n * p);
            case TYPE_5 -> between(sorted, n * p + 0.5);
            case TYPE_6 -> between(sorted, (n + 1) * p);
            case TYPE_7 -> between(sorted, (n - 1) * p + 1);
            case TYPE_8 -> between(sorted, (n + 1 / 3.0) * p + 1 / 3.0);
            case TYPE_9 -> between(sorted, (n + 0.25) * p + 0.375);
        };
    }

    /**
     * An interval for a quantile of the population from two of the values [2]: as narrow as holds the level, with at most half of what is left out at
     * each end.
     *
     * @return empty where the values are too few for the level: a median at 95 % needs six
     */
    public static Optional<Interval> interval(double[] values, double p, Confidence confidence) {
        check(values, p);
        double[] sorted = sorted(values);
        BinomialDistribution below = new BinomialDistribution(sorted.length, p);
        double tail = confidence.tail();
        int low = 0;
        while (low < sorted.length && below.cumulativeProbability(low) <= tail) {
            low++;
        }
        int high = sorted.length + 1;
        while (high > 0 && 1 - below.cumulativeProbability(high - 2) <= tail) {
            high--;
        }
        return low < 1 || high > sorted.length
                ? Optional.empty()
                : Optional.of(new Interval(sorted[low - 1], sorted[high - 1]));
    }

    /** Least value, lower hinge, median, upper hinge and greatest value of at least one value [3]. */
    public static double[] fiveNumbers(double[] values) {
        check(values, 0);
        double[] sorted = sorted(values);
        int n = sorted.length;
        int middle = (n + 3) / 2;
        double hinge = middle / 2.0;
        double[] depths = {1, hinge, (n + 1) / 2.0, n + 1 - hinge, n};
        return Arrays.stream(depths)
                .map(depth -> (sorted[(int) Math.floor(depth) - 1] + sorted[(int) Math.ceil(depth) - 1]) / 2)
                .toArray();
    }

    private static double stepped(double[] sorted, double position, double whenAbove, double whenOn) {
        int whole = (int) Math.floor(position + FUZZ * sorted.length);
        double above = position - whole > FUZZ * sorted.length ? whenAbove : whenOn;
        return mixed(sorted, whole, above);
    }

    private static double nearest(double[] sorted, double position) {
        int whole = (int) Math.floor(position + FUZZ * sorted.length);
        boolean on = Math.abs(position - whole) <= FUZZ * sorted.length;
        return mixed(sorted, whole, on && whole % 2 == 0 ? 0 : 1);
    }

    private static double between(double[] sorted, double position) {
        int whole = (int) Math.floor(position + FUZZ);
        double above = position - whole;
        return mixed(sorted, whole, Math.abs(above) < FUZZ ? 0 : above);
    }

    private static double mixed(double[] sorted, int whole, double above) {
        double lower = sorted[Math.clamp(whole - 1, 0, sorted.length - 1)];
        double upper = sorted[Math.clamp(whole, 0, sorted.length - 1)];
        return above == 0 || lower == upper ? lower : above == 1 ? upper : (1 - above) * lower + above * upper;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static void check(double[] values, double p) {
        if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN) || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A quantile needs at least one value and a share from 0 to 1");
        }
    }
}
