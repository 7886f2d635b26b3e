package se.samsyn.indicator.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** How many persons it takes to see a difference between two shares that is there. */
public final class Power {
    /*
     * [1] J. L. Fleiss, B. Levin, M. C. Paik: Statistical Methods for Rates and Proportions, 3rd ed. (2003), ch. 4, without correction for continuity;
     *     the small chance of a finding in the wrong direction is left out.
     */
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Power() {}

    /**
     * The probability that the test of two shares finds them apart [1], 0 to 1.
     *
     * @param first the true share in one group, 0 to 1
     * @param second the true share in the other, not the same
     * @param persons in each group, above 0
     */
    public static double ofShares(double first, double second, double persons, Confidence confidence) {
        check(first, second);
        Rates.check(persons);
        double seen = Math.sqrt(persons) * Math.abs(first - second);
        return NORMAL.cumulativeProbability((seen - confidence.normal() * alike(first, second)) / apart(first, second));
    }

    /**
     * The persons needed in each group for the test to find the difference with such a probability [1]; not rounded up.
     *
     * @param power above 0 and below 1
     */
    public static double persons(double first, double second, double power, Confidence confidence) {
        check(first, second);
        if (!(power > 0 && power < 1)) {
            throw new IllegalArgumentException("A power lies between 0 and 1");
        }
        double errors = confidence.normal() * alike(first, second)
                + NORMAL.inverseCumulativeProbability(power) * apart(first, second);
        double root = Math.max(0, errors) / (first - second);
        return root * root;
    }

    private static double alike(double first, double second) {
        return Math.sqrt((first + second) * (1 - (first + second) / 2));
    }

    private static double apart(double first, double second) {
        return Math.sqrt(first * (1 - first) + second * (1 - second));
    }

    private static void check(double first, double second) {
        double least = Math.min(first, second);
        double most = Math.max(first, second);
        if (!(least >= 0 && most <= 1 && least < most && most - least < 1)) {
            throw new IllegalArgumentException("Two shares from 0 to 1 that differ, and of which at least one varies");
        }
    }
}
