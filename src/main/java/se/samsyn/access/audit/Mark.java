package se.samsyn.access.audit;

/** What the reviewer says of a line. */
public enum Mark {
    /** As one would expect in that work. */
    EXPECTED,
    /** To be asked about. */
    ASK,
    /** Not as it should be; handled by the routine of the place. */
    DEVIATION
}
