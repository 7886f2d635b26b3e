package se.samsyn.followup;

import java.time.LocalDate;

/** What can be true of a case, whether a hand writes it or a file tells it; results rest on these limits. */
public final class Plausible {

    /** The first year a case may be opened. */
    public static final int FIRST_YEAR = 1990;

    /** The greatest age at the opening. */
    public static final int OLDEST = 115;

    private Plausible() {}

    /** Whether a case may have been opened that day, as far as the past goes. */
    public static boolean opened(LocalDate day) {
        return day.getYear() >= FIRST_YEAR;
    }

    /** Whether somebody born that year may have a case opened that day. */
    public static boolean birthYear(int year, LocalDate opened) {
        return year <= opened.getYear() && year >= opened.getYear() - OLDEST;
    }
}
