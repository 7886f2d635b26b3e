package se.samsyn.indicator.statistics;

import java.util.Optional;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.special.Beta;
import se.samsyn.kernel.Interval;

/** Rates of events in a population: intervals, differences, ratios and a test. */
public final class Rates {
    /*
     * The ratio and the test are exact: of all events, those in the first population are a share of the whole, which would be the first population's
     * part of both if the rates were one.
     *
     * [1] K. J. Rothman, S. Greenland, T. L. Lash: Modern Epidemiology, 3rd ed. (2008), ch. 14: person-time data, large and small samples.
     * [2] G. Y. Zou, A. Donner (2008), as in Mover: the difference.
     */

    /** What a rate is told per. */
    public enum Base {
        PER_100(100),
        PER_1_000(1_000),
        PER_10_000(10_000),
        PER_100_000(100_000);

        private final double persons;

        Base(double persons) {
            this.persons = persons;
        }

        /** How many persons, or person-years. */
        public double persons() {
            return persons;
        }
    }

    private static final double ACCURACY = 1e-15;

    private Rates() {}

    /**
     * A rate with its interval: exact below ten events, Byar's from ten (see {@link Events}).
     *
     * @param events at least 0; may exceed the denominator, since a person can meet an event twice
     * @param denominator persons or person-years, above 0
     */
    public static Estimate of(double events, double denominator, Base base, Confidence confidence) {
        check(denominator);
        Interval interval = Events.interval(events, confidence);
        return new Estimate(events, interval).times(base.persons() / denominator);
    }

    /** The mean of the populations at the ends of two years: the denominator of the year between them. */
    public static double meanPopulation(double before, double after) {
        if (!(before >= 0 && after >= 0 && before + after > 0)) {
            throw new IllegalArgumentException("A mean population needs somebody in it");
        }
        return (before + after) / 2;
    }

    /** The first rate less the second, of different persons or years, from the two intervals [2]; both rates per the same base. */
    public static Estimate difference(Estimate first, Estimate second) {
        return Mover.difference(first, second);
    }

    /**
     * The first rate divided by the second with an exact interval [1].
     *
     * @return empty where the second has no events, since then there is no upper limit
     */
    public static Optional<Estimate> ratio(
            double events1, double denominator1, double events2, double denominator2, Confidence confidence) {
        Events.check(events1);
        Events.check(events2);
        check(denominator1);
        check(denominator2);
        if (events2 == 0) {
            return Optional.empty();
        }
        double unit = denominator2 / denominator1;
        double low = events1 == 0 ? 0 : odds(beta(events1, events2 + 1, confidence.tail()));
        double high = odds(beta(events1 + 1, events2, 1 - confidence.tail()));
        double value = events1 / events2 * unit;
        return Optional.of(
                new Estimate(value, new Interval(Math.min(value, low * unit), Math.max(value, high * unit))));
    }

    /**
     * The exact test of two rates being one [1].
     *
     * @return the two-sided p, 0 to 1: twice the smaller tail; 1 where there are no events
     */
    public static double test(double events1, double denominator1, double events2, double denominator2) {
        Events.check(events1);
        Events.check(events2);
        check(denominator1);
        check(denominator2);
        if (events1 + events2 == 0) {
            return 1;
        }
        double expected = denominator1 / (denominator1 + denominator2);
        double atLeast = events1 == 0 ? 1 : Beta.regularizedBeta(expected, events1, events2 + 1);
        double atMost = events2 == 0 ? 1 : 1 - Beta.regularizedBeta(expected, events1 + 1, events2);
        return Math.min(1, 2 * Math.min(atLeast, atMost));
    }

    static void check(double denominator) {
        if (!(denominator > 0) || Double.isInfinite(denominator)) {
            throw new IllegalArgumentException("A denominator is above 0");
        }
    }

    private static double beta(double alpha, double beta, double p) {
        return new BetaDistribution(alpha, beta, ACCURACY).inverseCumulativeProbability(p);
    }

    private static double odds(double share) {
        return share / (1 - share);
    }
}
