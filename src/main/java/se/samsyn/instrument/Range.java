package se.samsyn.instrument;

import java.math.BigDecimal;

/** The numbers a question takes, both ends included. */
public record Range(BigDecimal low, BigDecimal high) {

    /** Checks the order of the ends. */
    public Range {
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("The low end of a range must lie below the high end");
        }
    }

    /** A range between whole numbers. */
    public static Range of(long low, long high) {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    /** Whether the number lies in the range, ends included. */
    public boolean contains(BigDecimal number) {
        return low.compareTo(number) <= 0 && number.compareTo(high) <= 0;
    }
}
