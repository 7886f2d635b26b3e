package se.samsyn.indicator.statistics;

import java.util.Optional;
import se.samsyn.kernel.Interval;

/** Intervals for what is computed from independent figures, recovered from the figures' own intervals. */
final class Mover {
    /*
     * The distance from each figure to its own limit stands for its standard error in that direction, so that skewed intervals stay skewed:
     * the low limit of a - b is (a - b) - sqrt((a - low a)^2 + (high b - b)^2).
     *
     * [1] G. Y. Zou, A. Donner: Construction of confidence limits about effect measures: a general approach. Statist. Med. 27 (2008), 1693-1702.
     * [2] A. Donner, G. Y. Zou: Closed-form confidence intervals for functions of the normal mean and standard deviation. Stat. Methods Med. Res. 21
     *     (2012), 347-359: the ratio, written here so that a zero does not divide.
     */
    private Mover() {}

    static Estimate difference(Estimate a, Estimate b) {
        double value = a.value() - b.value();
        return new Estimate(
                value,
                new Interval(value - Math.hypot(a.below(), b.above()), value + Math.hypot(a.above(), b.below())));
    }

    /** The sum of the figures, each multiplied by its factor, which may be negative. */
    static Estimate sum(Estimate[] figures, double[] factors) {
        double value = 0;
        double below = 0;
        double above = 0;
        for (int i = 0; i < figures.length; i++) {
            Estimate figure = figures[i];
            boolean up = factors[i] >= 0;
            value += factors[i] * figure.value();
            below = Math.hypot(below, factors[i] * (up ? figure.below() : figure.above()));
            above = Math.hypot(above, factors[i] * (up ? figure.above() : figure.below()));
        }
        return new Estimate(value, new Interval(value - below, value + above));
    }

    /** The ratio of two figures that are not negative; empty where the interval of the second reaches 0, since then there is no upper limit. */
    static Optional<Estimate> ratio(Estimate a, Estimate b) {
        if (a.interval().low() < 0 || b.interval().low() <= 0) {
            return Optional.empty();
        }
        double product = a.value() * b.value();
        double lows = span(a, a.interval().low());
        double highs = span(a, a.interval().high());
        double root = Math.sqrt(
                Math.max(0, product * product - lows * span(b, b.interval().high())));
        double low = lows == 0 ? 0 : lows / (product + root);
        double divisor = span(b, b.interval().low());
        double high = (product + Math.sqrt(Math.max(0, product * product - highs * divisor))) / divisor;
        double value = a.value() / b.value();
        return Optional.of(new Estimate(value, new Interval(Math.min(low, value), Math.max(high, value))));
    }

    private static double span(Estimate figure, double limit) {
        return limit * (2 * figure.value() - limit);
    }
}
