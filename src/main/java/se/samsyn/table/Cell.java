package se.samsyn.table;

import java.util.Optional;
import se.samsyn.kernel.Interval;

/** One cell of a table: a figure, or one of the three ways a figure can fail to be there. Zero is a figure. */
public sealed interface Cell {

    /**
     * A figure that may be read.
     *
     * @param value in the unit of the measure; a share is 0 to 1
     * @param interval 95 % confidence, in the same unit
     */
    record Shown(double value, Measure measure, Optional<Interval> interval) implements Cell {}

    /** There is a figure, but it is kept secret. Bears no number and no reason, so that nothing can be worked out from it. */
    record Hidden() implements Cell {}

    /** No figure belongs here, such as a share of too few persons to speak of shares. */
    record NotApplicable() implements Cell {}

    /** A figure belongs here, but there is nothing to compute it from. */
    record Missing() implements Cell {}

    /** A number of persons. */
    static Cell count(long persons) {
        return new Shown(persons, Measure.COUNT, Optional.empty());
    }
}
