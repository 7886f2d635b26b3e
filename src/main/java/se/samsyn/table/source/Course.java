package se.samsyn.table.source;

/** Whether more can still happen in a case: only one that has ended can be lost at a step; another has not come there yet. */
public enum Course {
    /** The case is open. */
    ONGOING,
    /** The case is closed, and may yet be followed up afterwards. */
    AWAITED,
    /** The case is closed, and nothing more is expected. */
    ENDED
}
