package se.samsyn.instrument;

/** Which of the results' tables a variable belongs to. */
public enum Theme {
    /** Who we meet. */
    MEET,
    /** What they need. */
    NEED,
    /** What they got. */
    SUPPORT,
    /** How it went. */
    CHANGE,
    /** What they think. */
    OPINION
}
