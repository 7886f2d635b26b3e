package se.samsyn.table;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;

/** The figures tables are made of, with 95 % confidence intervals. */
final class Statistics {
    /*
     * [1] E. B. Wilson: Probable inference, the law of succession, and statistical inference. JASA 22 (1927), 209-212.
     * [2] R. G. Newcombe: Two-sided confidence intervals for the single proportion. Statist. Med. 17 (1998), 857-872.
     * [3] G. J. Hahn, W. Q. Meeker: Statistical Intervals (1991), 5.2: distribution-free interval for a quantile, here the
     *     narrowest symmetric pair of order statistics around the median that holds at least 95 %.
     */
    static final double CONFIDENCE = 0.95;
    private static final double NORMAL = new NormalDistribution().inverseCumulativeProbability((1 + CONFIDENCE) / 2);

    private Statistics() {}

    /** Wilson's interval for a share, without continuity correction [1, 2]; within 0 to 1 also for none and all. */
    static Interval wilson(Share share) {
        Interval interval = wilson(share, 0, 0);
        double low = share.part() == 0 ? 0 : interval.low();
        double high = share.part() == share.whole() ? 1 : interval.high();
        return new Interval(low, high);
    }

    /**
     * The same for a share of counts that bear noise: all shares p that lie within 1.96 of their own standard errors from the one seen, where the
     * squared error is p(1 - p) / n for sampling and (v + w p^2) / n^2 for noise of variances v and w on part and whole. Without noise it is Wilson's.
     *
     * @param ofPart the variance of the noise on the part
     * @param ofWhole that on the whole; where it drowns the whole, the interval is from 0 to 1
     */
    static Interval wilson(Share share, double ofPart, double ofWhole) {
        double n = share.whole();
        double z2 = NORMAL * NORMAL;
        double a = 1 + z2 / n - z2 * ofWhole / (n * n);
        if (a <= 0) {
            return new Interval(0, 1);
        }
        double middle = (2 * share.value() + z2 / n) / (2 * a);
        double least = (share.value() * share.value() - z2 * ofPart / (n * n)) / a;
        double half = Math.sqrt(Math.max(0, middle * middle - least));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** How far from zero something normal of that variance is in nineteen cases of twenty at most. */
    static double margin(double variance) {
        return NORMAL * Math.sqrt(variance);
    }

    /** The mean of at least one value. */
    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Student's interval for the mean of at least two values. */
    static Interval meanInterval(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        double t = new TDistribution(values.length - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        return new Interval(mean - t * error, mean + t * error);
    }

    /** The median of at least one value: the middle one, or midway between the two middle ones. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** An interval for the median from order statistics [3]; at least six values, since fewer cannot give 95 %. */
    static Interval medianInterval(double[] values) {
        int n = values.length;
        if (n < 6) {
            throw new IllegalArgumentException("An interval for a median needs at least six values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        BinomialDistribution half = new BinomialDistribution(n, 0.5);
        int below = half.inverseCumulativeProbability((1 - CONFIDENCE) / 2);
        if (half.cumulativeProbability(below) > (1 - CONFIDENCE) / 2) {
            below--;
        }
        return new Interval(sorted[below], sorted[n - 1 - below]);
    }
}
