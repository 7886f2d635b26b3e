package se.samsyn.access.audit;

import java.time.LocalDate;
import java.time.YearMonth;

/** How large a check is, when it is due and what counts as many. */
final class CheckRules {

    /** Cases read by one person in a day, above which one asks why. */
    static final int MANY_PERSONS = 25;

    /** Denied attempts in a day from which one asks why. */
    static final int MANY_DENIED = 5;

    /** How long back a month that was never checked is shown. */
    static final int MONTHS_BACK = 24;

    static final int LONGEST_NOTE = 200;

    private static final int RANDOM = 20;
    private static final int BY_RULE = 8;

    private CheckRules() {}

    /** Lines drawn for a reason. */
    static int most(Reason reason) {
        return reason == Reason.RANDOM ? RANDOM : BY_RULE;
    }

    /** The end of the month after. */
    static LocalDate due(YearMonth month) {
        return month.plusMonths(1).atEndOfMonth();
    }
}
