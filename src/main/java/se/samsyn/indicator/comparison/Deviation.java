package se.samsyn.indicator.comparison;

import java.util.OptionalDouble;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.SexPart;
import se.samsyn.table.Where;

/**
 * Something found by rule that a place may want to do something about.
 *
 * @param where the place, or a unit of it
 * @param year of the value
 * @param value the own value
 * @param against the target, the median of similar places, the first value of the trend, the value of men, or that of the first group
 * @param chance how likely chance alone would do as much; empty where nothing tells how uncertain the value is
 * @param falseRate the share of false finds to expect in a list cut here (Benjamini and Hochberg); empty where chance is
 */
public record Deviation(
        Kind kind,
        Indicator indicator,
        Where where,
        int year,
        SexPart sex,
        double value,
        double against,
        OptionalDouble chance,
        OptionalDouble falseRate) {

    /** Which rule found it. */
    public enum Kind {
        TARGET_MISSED,
        WORSE_THAN_SIMILAR,
        WORSE_TREND,
        GAP,
        /** Between the first and the last of other groups than women and men. */
        INEQUALITY
    }

    /** Could this be chance? */
    public enum Doubt {
        HARDLY,
        MAYBE,
        UNKNOWN
    }

    /** By the share of false finds, so that a long list is not full of chance. */
    public Doubt doubt() {
        return falseRate.isEmpty() ? Doubt.UNKNOWN : falseRate.getAsDouble() < 0.05 ? Doubt.HARDLY : Doubt.MAYBE;
    }

    Deviation in(OptionalDouble rate) {
        return new Deviation(kind, indicator, where, year, sex, value, against, chance, rate);
    }
}
