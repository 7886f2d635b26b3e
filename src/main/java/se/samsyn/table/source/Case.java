package se.samsyn.table.source;

import java.util.OptionalInt;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;

/**
 * What is known of a case besides its answers; becomes one row.
 *
 * @param birthYear empty where it is unknown
 * @param yearOpened the calendar year the case was opened, 1900 to 2155
 * @param furthest see {@link Step#furthest}
 */
public record Case(
        UnitId unit, PlaceMark place, Sex sex, OptionalInt birthYear, int yearOpened, Step furthest, Course course) {

    /** Checks the years. */
    public Case {
        if (yearOpened < 1900 || yearOpened > 2155) {
            throw new IllegalArgumentException("A case opens in a year between 1900 and 2155");
        }
        if (birthYear.isPresent() && (birthYear.getAsInt() < 1850 || birthYear.getAsInt() > yearOpened + 1)) {
            throw new IllegalArgumentException("A birth year lies after 1850 and not after the opening");
        }
    }
}
