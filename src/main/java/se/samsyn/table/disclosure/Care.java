package se.samsyn.table.disclosure;

/** Against what the small cells are protected. */
public enum Care {
    /** Against adding and subtracting shown cells. Quick, and hides no more than that needs. */
    SUMS,

    /** Also against conclusions from cells of one person, or of one holder, being known to somebody inside. */
    SINGLETONS,

    /** Against all that, and against conclusions from counts being whole and not negative, zeros being known. */
    BOUNDS,

    /** Also against a person who knows to be alone in a hidden cell. */
    INSIDERS
}
