package se.samsyn.access.audit;

/** What is wrong with a note or with signing. */
public enum NoteFault {
    /** A note is too long. */
    TOO_LONG,
    /** A note holds something that looks like a personal number. */
    PERSONAL_NUMBER,
    /** A line that is to be asked about, or a deviation, has no note. */
    NO_NOTE,
    /** Lines are left to look at. */
    LINES_LEFT,
    /** The check is signed, and is not changed. */
    SIGNED
}
