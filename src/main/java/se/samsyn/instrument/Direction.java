package se.samsyn.instrument;

/**
 * Which way along a variable's values is the better one: its numbers, or its options as they stand, with no before yes; {@code NONE}
 * where no value is better than another.
 */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NONE
}
