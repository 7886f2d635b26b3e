package se.samsyn.indicator.statistics;

import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.special.Gamma;
import se.samsyn.kernel.Interval;

/**
 * The limits between which places lie if they differ from a common figure by chance alone, the wider the fewer persons a place has. Shares are 0 to 1,
 * rates per person, ratios 1 for as expected.
 */
public final class Funnel {
    /*
     * A place lies outside where the baseline lies outside the interval of the place. For shares that is Wilson's interval, turned round: baseline
     * +- z sqrt(p (1 - p) / n). For rates and ratios it is the exact Poisson interval, turned round: the count whose low limit is the count expected,
     * and the one whose high limit is. Limits are continuous: a count on the limit need not exist.
     *
     * Overdispersion widens every limit from the baseline by sqrt(1 + tau^2 / s^2), where s is the standard error at the baseline; for shares that is
     * baseline +- z sqrt(s^2 + tau^2) as in [1], and for events it keeps the skewness of their limits.
     *
     * [1] D. J. Spiegelhalter: Funnel plots for comparing institutional performance. Statist. Med. 24 (2005), 1185-1202.
     * [2] Public Health England: Technical Guide, Funnel Plots (2017): 95 and 99.8 per cent, that is 0.025 and 0.001 at each side.
     */

    /**
     * A place.
     *
     * @param events persons in the part, events, or events seen; need not be a whole number
     * @param denominator persons, person-years, or events expected; above 0
     */
    public record Point(double events, double denominator) {
        /** Checks that the figure exists. */
        public Point {
            Events.check(events);
            Rates.check(denominator);
        }

        /** The figure of the place. */
        public double value() {
            return events / denominator;
        }
    }

    /** Where a place lies: inside the 95 % limits, between those and the 99.8 % limits, or outside both. A point on a limit is within it. */
    public enum Position {
        FAR_BELOW,
        BELOW,
        INSIDE,
        ABOVE,
        FAR_ABOVE
    }

    private enum Kind {
        SHARES,
        EVENTS
    }

    private static final double MANY = 1e5;
    private static final int STEPS = 200;

    private final Kind kind;
    private final double baseline;
    private final double tauSquared;

    private Funnel(Kind kind, double baseline, double tauSquared) {
        this.kind = kind;
        this.baseline = baseline;
        this.tauSquared = tauSquared;
    }

    /** The funnel of shares around a share above 0 and below 1. */
    public static Funnel ofShares(double baseline) {
        if (!(baseline > 0 && baseline < 1)) {
            throw new IllegalArgumentException("A funnel of shares has a baseline between 0 and 1");
        }
        return new Funnel(Kind.SHARES, baseline, 0);
    }

    /** The funnel of rates around a rate above 0, per person. */
    public static Funnel ofRates(double baseline) {
        Rates.check(baseline);
        return new Funnel(Kind.EVENTS, baseline, 0);
    }

    /** The funnel of standardised ratios around 1. */
    public static Funnel ofRatios() {
        return ofRates(1);
    }

    /** The figure of all places together; at least one place. */
    public static double baseline(List<Point> points) {
        double denominator = points.stream().mapToDouble(Point::denominator).sum();
        Rates.check(denominator);
        return points.stream().mapToDouble(Point::events).sum() / denominator;
    }

    /** This funnel, widened by differences between places that are more than chance. */
    public Funnel widened(Overdispersion overdispersion) {
        return new Funnel(kind, baseline, overdispersion.tauSquared());
    }

    /** The common figure. */
    public double baseline() {
        return baseline;
    }

    /** The limits at a denominator above 0, in the unit of the figure; never below 0, and shares never above 1. */
    public Interval limits(double denominator, Confidence confidence) {
        Rates.check(denominator);
        double error = standardError(denominator);
        double wider = Math.sqrt(1 + tauSquared / (error * error));
        double below = confidence.normal() * error;
        double above = below;
        if (kind == Kind.EVENTS) {
            double expected = baseline * denominator;
            below = (expected - fewest(expected, confidence)) / denominator;
            above = (most(expected, confidence) - expected) / denominator;
        }
        double high = baseline + wider * above;
        return new Interval(Math.max(0, baseline - wider * below), kind == Kind.SHARES ? Math.min(1, high) : high);
    }

    /** The denominators between which a place with so many events lies inside the limits; for funnels of events that are not widened. */
    public Interval denominators(double events, Confidence confidence) {
        if (kind == Kind.SHARES || tauSquared > 0) {
            throw new IllegalStateException("Only a plain funnel of events is told by its events");
        }
        Interval expected = Events.exact(events, confidence);
        return new Interval(expected.low() / baseline, expected.high() / baseline);
    }

    /** Where the place lies. A share of more than all is a caller's mistake. */
    public Position position(Point point) {
        if (kind == Kind.SHARES && point.events() > point.denominator()) {
            throw new IllegalArgumentException("A share is at most all");
        }
        double value = point.value();
        Interval outer = limits(point.denominator(), Confidence.OF_99_8);
        Interval inner = limits(point.denominator(), Confidence.OF_95);
        if (!outer.contains(value)) {
            return value < outer.low() ? Position.FAR_BELOW : Position.FAR_ABOVE;
        }
        if (!inner.contains(value)) {
            return value < inner.low() ? Position.BELOW : Position.ABOVE;
        }
        return Position.INSIDE;
    }

    /** The standard error of a place at the baseline. */
    double standardError(double denominator) {
        return Math.sqrt(baseline * (kind == Kind.SHARES ? 1 - baseline : 1) / denominator);
    }

    private static double most(double expected, Confidence confidence) {
        double tail = confidence.tail();
        double z = confidence.normal();
        double far = expected + 2 * z * Math.sqrt(expected) + z * z + 5;
        return solve(
                expected > MANY
                        ? events -> Events.byar(events, confidence).low() - expected
                        : events -> tail - Gamma.regularizedGammaP(events, expected),
                expected,
                far);
    }

    private static double fewest(double expected, Confidence confidence) {
        double tail = confidence.tail();
        if (Math.exp(-expected) >= tail) {
            return 0;
        }
        return solve(
                expected > MANY
                        ? events -> Events.byar(events, confidence).high() - expected
                        : events -> Gamma.regularizedGammaQ(events + 1, expected) - tail,
                0,
                expected);
    }

    private static double solve(UnivariateFunction rising, double low, double high) {
        return new BrentSolver(1e-14, 1e-12, 1e-16).solve(STEPS, rising, low, high);
    }
}
