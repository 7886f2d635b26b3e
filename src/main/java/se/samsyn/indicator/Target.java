package se.samsyn.indicator;

import java.util.Optional;
import java.util.UUID;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.table.Where;

/**
 * What a place, or one of its units, wants an indicator to be in a year.
 *
 * @param note why, and who decided it
 */
public record Target(
        UUID id,
        IndicatorKey indicator,
        PlaceCode place,
        Optional<UnitId> unit,
        int year,
        SexPart sex,
        double value,
        Bound bound,
        String note) {

    /** Checks the number and the year. */
    public Target {
        if (!Double.isFinite(value) || year < 1990 || year > 2100) {
            throw new IllegalArgumentException("A target is a number in a year from 1990 to 2100");
        }
    }

    /** What it is a target of: the unit where one is named, else the place. */
    public Where home() {
        return unit.<Where>map(Where.OneUnit::new).orElseGet(() -> new Where.Area(place));
    }

    /** From which side it is reached. */
    public enum Bound {
        AT_LEAST,
        AT_MOST;

        /** Whether a value reaches it. */
        public boolean isReached(double value, double target) {
            return this == AT_LEAST ? value >= target : value <= target;
        }
    }
}
