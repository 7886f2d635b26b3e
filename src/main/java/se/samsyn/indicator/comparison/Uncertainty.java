package se.samsyn.indicator.comparison;

import java.util.Optional;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.indicator.statistics.Events;
import se.samsyn.indicator.statistics.Shares;
import se.samsyn.kernel.Interval;

/** How far chance alone could have moved a value, from the numbers it was computed from. */
final class Uncertainty {

    /** How the numbers of an indicator were come by. */
    enum Numbers {
        EXACT,
        /** Approximate counts, whose noise is part of the doubt. */
        BLURRED
    }

    private Uncertainty() {}

    /** The 95 % interval of a value, in its unit; empty where it is not of a whole or does not agree with its numbers. */
    static Optional<Interval> of(Scale scale, double value, Reading.Base base, Numbers numbers) {
        if (!scale.isOfWhole() || (scale == Scale.PERCENT && base.part() > base.whole())) {
            return Optional.empty();
        }
        Interval chance = scale == Scale.PERCENT
                ? times(Shares.wilson(base.part(), base.whole(), Confidence.OF_95), 100)
                : times(Events.interval(base.part(), Confidence.OF_95), scale.base() / base.whole());
        Interval whole = numbers == Numbers.BLURRED ? widened(chance, value, scale, base) : chance;
        double slack = 0.02 * (whole.high() - whole.low()) + 1e-9; // values are told rounded
        return value < whole.low() - slack || value > whole.high() + slack
                ? Optional.empty()
                : Optional.of(new Interval(Math.min(value, whole.low()), Math.max(value, whole.high())));
    }

    private static Interval times(Interval interval, double factor) {
        return new Interval(interval.low() * factor, interval.high() * factor);
    }

    /** The two doubts are independent: their squares add up. */
    private static Interval widened(Interval chance, double value, Scale scale, Reading.Base base) {
        double noise =
                Confidence.OF_95.normal() * Math.sqrt(se.samsyn.table.Shares.noise()) * scale.base() / base.whole();
        double low = value - Math.hypot(Math.max(0, value - chance.low()), noise);
        double high = value + Math.hypot(Math.max(0, chance.high() - value), noise);
        return new Interval(Math.max(0, low), scale == Scale.PERCENT ? Math.min(100, high) : high);
    }

    /** A point as an estimate; empty where its doubt is not known. */
    static Optional<Estimate> estimate(Point point) {
        return point.known()
                ? point.interval().map(interval -> new Estimate(point.value(), interval))
                : Optional.empty();
    }
}
