package se.samsyn.indicator.statistics;

import se.samsyn.kernel.Interval;

/**
 * A figure with its confidence interval, both in the same unit.
 *
 * @param value the figure, within the interval
 */
public record Estimate(double value, Interval interval) {

    /** Checks that the interval holds the value. */
    public Estimate {
        if (!interval.contains(value)) {
            throw new IllegalArgumentException("An interval holds its own estimate");
        }
    }

    /**
     * An estimate that is roughly normal.
     *
     * @param standardError in the unit of the value; 0 for a figure without doubt
     */
    public static Estimate of(double value, double standardError, Confidence confidence) {
        if (!(standardError >= 0 && Double.isFinite(standardError) && Double.isFinite(value))) {
            throw new IllegalArgumentException("A standard error is a number of at least 0");
        }
        double half = confidence.normal() * standardError;
        return new Estimate(value, new Interval(value - half, value + half));
    }

    /** The same in another unit, such as per 100 000. */
    public Estimate times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("A change of unit is a factor above 0");
        }
        return new Estimate(value * factor, new Interval(interval.low() * factor, interval.high() * factor));
    }

    /** From the value down to the low end. */
    double below() {
        return value - interval.low();
    }

    /** From the value up to the high end. */
    double above() {
        return interval.high() - value;
    }
}
