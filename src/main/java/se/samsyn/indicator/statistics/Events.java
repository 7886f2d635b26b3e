package se.samsyn.indicator.statistics;

import org.hipparchus.distribution.continuous.GammaDistribution;
import se.samsyn.kernel.Interval;

/** Intervals for the number of events that was to be expected, given the number seen; events happen independently (Poisson). */
public final class Events {
    /*
     * [1] F. Garwood: Fiducial limits for the Poisson distribution. Biometrika 28 (1936), 437-442.
     * [2] N. E. Breslow, N. E. Day: Statistical Methods in Cancer Research II. IARC (1987), p. 69: Byar's approximation.
     * [3] Public Health England: Technical Guide, Confidence Intervals (2018): exact below ten events, Byar from ten.
     */
    private static final double FEW = 10;
    private static final double ACCURACY = 1e-16;

    private Events() {}

    /** The exact interval below ten events and Byar's from ten [3]; 0 to something for no events. */
    public static Interval interval(double events, Confidence confidence) {
        return events < FEW ? exact(events, confidence) : byar(events, confidence);
    }

    /**
     * The exact interval [1].
     *
     * @param events at least 0; weighted or averaged events need not be a whole number
     */
    public static Interval exact(double events, Confidence confidence) {
        check(events);
        double tail = confidence.tail();
        double low = events == 0 ? 0 : gamma(events, tail);
        return new Interval(Math.min(low, events), Math.max(events, gamma(events + 1, 1 - tail)));
    }

    /** Byar's approximation [2]; the low end is not below 0, where it falls for one or two events and a high level. */
    public static Interval byar(double events, Confidence confidence) {
        check(events);
        double z = confidence.normal();
        double low = events == 0 ? 0 : events * cube(1 - 1 / (9 * events) - z / (3 * Math.sqrt(events)));
        double more = events + 1;
        double high = more * cube(1 - 1 / (9 * more) + z / (3 * Math.sqrt(more)));
        return new Interval(Math.max(0, Math.min(low, events)), Math.max(events, high));
    }

    private static double gamma(double shape, double p) {
        return new GammaDistribution(shape, 1, ACCURACY).inverseCumulativeProbability(p);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    static void check(double events) {
        if (!(events >= 0) || Double.isInfinite(events)) {
            throw new IllegalArgumentException("A number of events is at least 0");
        }
    }
}
