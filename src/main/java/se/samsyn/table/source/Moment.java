package se.samsyn.table.source;

/** When in a case a value was given, in the order of a case. */
public enum Moment {
    /** Of the case as a whole, such as the support given: belongs to no occasion. */
    CASE,
    BEFORE,
    DURING,
    CLOSURE,
    AFTER,
    /** Computed, never stored: the last answer after {@link #BEFORE}. */
    LATEST;

    /** Whether an occasion at this moment can be compared with the one before. */
    public boolean later() {
        return this == DURING || this == CLOSURE || this == AFTER;
    }
}
