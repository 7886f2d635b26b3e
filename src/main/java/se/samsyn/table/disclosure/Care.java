package se.samsyn.table.disclosure;

/** Against what the small cells are protected. */
public enum Care {
    /** Against adding and subtracting shown cells. Quick, and hides no more than that needs. */
    SUMS,

    /** Also against conclusions from counts being whole and not negative, zeros being known. */
    BOUNDS
}
