package se.samsyn.exchange.opendata;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One value of Kolada's.
 *
 * @param at a place, a group or a unit
 * @param value in the indicator's unit; empty where Kolada has none (null)
 * @param status Kolada's mark, as a rule blank; its values are not documented
 * @param count members that contributed to a group's value, which is their unweighted mean; 1 for others; empty if not told
 * @param deleted the value has been taken back since it was published
 */
public record KoladaValue(
        KoladaId kpi,
        KoladaId at,
        int year,
        KoladaGender gender,
        OptionalDouble value,
        String status,
        OptionalInt count,
        boolean deleted) {}
