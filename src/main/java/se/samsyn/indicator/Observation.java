package se.samsyn.indicator;

import java.util.OptionalInt;
import se.samsyn.table.Where;

/**
 * A value with what it is about.
 *
 * @param place a place, or for own indicators also a unit
 * @param group a group besides sex, such as a level of education; blank for everybody
 * @param members how many places an unweighted mean is of; empty for a value of its own
 */
public record Observation(
        IndicatorKey indicator,
        Where place,
        int year,
        SexPart sex,
        String group,
        Reading reading,
        OptionalInt members) {

    /** Of everybody in a single place. */
    public static Observation of(IndicatorKey indicator, Where place, int year, SexPart sex, Reading reading) {
        return new Observation(indicator, place, year, sex, "", reading, OptionalInt.empty());
    }
}
