package se.samsyn.kernel;

import java.time.LocalDate;

/** A span of days, both ends included. */
public record Period(LocalDate from, LocalDate to) {

    /** Checks the order of the ends. */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end before it begins");
        }
    }

    /** A calendar year. */
    public static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Whether the day lies in the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
