package se.samsyn.indicator.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import se.samsyn.kernel.Share;

/**
 * Could this be chance? The probability of a difference at least as large as the one seen if there were none in truth; two-sided, 0 to 1. It is not the
 * probability that there is none.
 */
public final class Chance {
    /*
     * Exact probabilities are twice the smaller tail, 1 at most. Two shares are judged by chi-square where all expected counts are at least five, else by
     * Fisher's exact test [1].
     *
     * [1] W. G. Cochran: Some methods for strengthening the common chi-square tests. Biometrics 10 (1954), 417-451.
     */
    private static final double SMALLEST = 5;

    private Chance() {}

    /** Of a share being so far from a fixed one, above 0 and below 1, such as a target or the nation's (exact binomial). */
    public static double ofShare(Share seen, double reference) {
        if (!(reference > 0 && reference < 1)) {
            throw new IllegalArgumentException("A share to compare with lies between 0 and 1");
        }
        double part = seen.part();
        double rest = seen.whole() - part;
        double atLeast = part == 0 ? 1 : Beta.regularizedBeta(reference, part, rest + 1);
        double atMost = rest == 0 ? 1 : Beta.regularizedBeta(1 - reference, rest, part + 1);
        return twice(Math.min(atLeast, atMost));
    }

    /** Of events being so far from the number expected, above 0 (exact Poisson). */
    public static double ofEvents(double events, double expected) {
        Events.check(events);
        Rates.check(expected);
        double atLeast = events == 0 ? 1 : Gamma.regularizedGammaP(events, expected);
        return twice(Math.min(atLeast, Gamma.regularizedGammaQ(events + 1, expected)));
    }

    /** Of two shares of different persons, or of two years, being so far apart; 1 where nobody or everybody is in the part. */
    public static double ofDifference(Share first, Share second) {
        double whole = (double) first.whole() + second.whole();
        double part = (double) first.part() + second.part();
        double smallest = Math.min(first.whole(), second.whole()) / whole * Math.min(part, whole - part);
        return smallest < SMALLEST && whole <= Integer.MAX_VALUE
                ? Shares.exactTest(first, second)
                : Shares.test(first, second).map(SignificanceTest::p).orElse(1.0);
    }

    /**
     * Of two independent figures being so far apart, from their intervals, such as two years of a rate or two standardised ratios. A figure with one
     * point for interval has no doubt, such as a target; between two of those 0 where they differ and 1 where not.
     *
     * @param confidence the level of both intervals
     */
    public static double ofDifference(Estimate first, Estimate second, Confidence confidence) {
        Estimate difference = Mover.difference(first, second);
        if (difference.value() == 0) {
            return 1;
        }
        double towardsZero = difference.value() > 0 ? difference.below() : difference.above();
        return ofDeviation(difference.value() / (towardsZero / confidence.normal()));
    }

    /** Of so many standard errors from what was expected, in either direction; 0 for infinitely many. */
    public static double ofDeviation(double standardErrors) {
        if (Double.isNaN(standardErrors)) {
            throw new IllegalArgumentException("A deviation is a number of standard errors");
        }
        return Double.isInfinite(standardErrors)
                ? 0
                : twice(new NormalDistribution().cumulativeProbability(-Math.abs(standardErrors)));
    }

    private static double twice(double tail) {
        return Math.min(1, 2 * tail);
    }
}
