package se.samsyn.indicator.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How sure a two-sided interval is to hold the true figure.
 *
 * @param level above 0 and below 1
 */
public record Confidence(double level) {
    /** The level of intervals beside figures, and of the inner limits of a funnel. */
    public static final Confidence OF_95 = new Confidence(0.95);

    /** The level of the outer limits of a funnel: about three standard errors. */
    public static final Confidence OF_99_8 = new Confidence(0.998);

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Checks the level. */
    public Confidence {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A confidence level lies between 0 and 1");
        }
    }

    /** The probability left out at each end: 0.025 at 95 %. */
    public double tail() {
        return (1 - level) / 2;
    }

    /** The number of standard errors to each side: 1.96 at 95 %. */
    public double normal() {
        return NORMAL.inverseCumulativeProbability((1 + level) / 2);
    }

    /** The level that keeps the risk of any error among so many intervals together (Bonferroni). */
    Confidence among(int intervals) {
        return new Confidence(1 - (1 - level) / Math.max(1, intervals));
    }
}
