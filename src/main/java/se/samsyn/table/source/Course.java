package se.samsyn.table.source;

/** Whether more can still happen in a case. Only an ended case can be lost at a step; an ongoing one has not come there yet. */
public enum Course {
    ONGOING,
    ENDED
}
