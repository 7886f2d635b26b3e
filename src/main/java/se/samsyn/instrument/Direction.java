package se.samsyn.instrument;

/** Which way along a variable's values ({@link Question#value}) is the better one; {@code NONE} where no value is better than another. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NONE
}
