package se.samsyn.table.source;

/** Whether a case may be counted where it is handled. */
public enum PlaceMark {
    /** Counted in its unit and municipality and in all that contain them. */
    OPEN,
    /** Protected identity: counted in the region and the nation alone, and missing from all results of its unit, also the open. */
    PROTECTED
}
