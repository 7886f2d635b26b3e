package se.samsyn.table.source;

/** What counts as an improvement: a higher number or a later category, a lower or an earlier one, or neither. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NONE
}
