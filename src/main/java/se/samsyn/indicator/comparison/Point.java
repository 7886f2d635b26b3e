package se.samsyn.indicator.comparison;

import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.SexPart;
import se.samsyn.kernel.Interval;
import se.samsyn.table.Where;

/**
 * A value with its uncertainty.
 *
 * @param base what it is a part of, as delivered or worked out from another indicator
 * @param interval 95 %; empty where nothing tells how uncertain it is
 * @param members how many places it is the unweighted mean of; empty for a value of its own
 */
record Point(
        Where where,
        int year,
        SexPart sex,
        String group,
        Reading reading,
        Optional<Reading.Base> base,
        Optional<Interval> interval,
        OptionalInt members) {

    /** A value of which nothing has come. */
    static Point missing(Where where, int year, SexPart sex, String group) {
        return new Point(
                where,
                year,
                sex,
                group,
                new Reading.Missing(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** Whether it is an unweighted mean of several places, which is no value of a place of its own. */
    boolean isMean() {
        return members.orElse(1) > 1;
    }

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
