package se.samsyn.table.source;

/** Which of the results' views a variable belongs to. */
public enum Theme {
    MEET,
    NEED,
    SUPPORT,
    CHANGE,
    OPINION
}
