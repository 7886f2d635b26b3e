package se.samsyn.followup.retention;

import java.util.Set;

/** Whether somebody was born on a day that the research archive keeps. The day itself is never kept. */
public enum Born {
    /** The 5th, 15th or 25th of a month. */
    ON_SAMPLE_DAY,
    ANOTHER_DAY,
    /** Nobody has said. */
    UNSAID;

    private static final Set<Integer> SAMPLE = Set.of(5, 15, 25);

    /** By the day of the month. */
    public static Born on(int dayOfMonth) {
        return SAMPLE.contains(dayOfMonth) ? ON_SAMPLE_DAY : ANOTHER_DAY;
    }
}
