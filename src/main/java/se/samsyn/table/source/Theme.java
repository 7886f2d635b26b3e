package se.samsyn.table.source;

/** Which of the results' views a variable belongs to. */
public enum Theme {
    MEET,
    NEED,
    SUPPORT,
    CHANGE,
    OPINION,
    /** The calendar years of a case: for counting by year, in no view of its own. */
    CALENDAR
}
