package se.samsyn.indicator.comparison;

import java.util.Optional;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.SexPart;
import se.samsyn.kernel.Interval;
import se.samsyn.table.Where;

/**
 * A value with its uncertainty.
 *
 * @param base what it is a part of, as delivered or worked out from another indicator
 * @param interval 95 %; empty where nothing tells how uncertain it is
 */
record Point(
        Where where,
        int year,
        SexPart sex,
        String group,
        Reading reading,
        Optional<Reading.Base> base,
        Optional<Interval> interval) {

    /** Whether there is a number. */
    boolean known() {
        return reading instanceof Reading.Known;
    }

    /** The number. */
    double value() {
        if (reading instanceof Reading.Known(double value, Optional<Reading.Base> _)) {
            return value;
        }
        throw new IllegalStateException("There is no number");
    }
}
