package se.samsyn.engine;

/**
 * A column of codes, at one time of a person's.
 *
 * @param column its number
 * @param moment 0 for the row itself, from 1 for the same person's row in one of the question's other periods
 */
public record Coded(int column, int moment) {

    /** The code of a row without a value. */
    public static final int EMPTY = -1;

    /** The code of somebody who has no row in that period. */
    public static final int ABSENT = -2;

    /** Checks the numbers. */
    public Coded {
        if (column < 0 || moment < 0) {
            throw new IllegalArgumentException("Columns and moments are counted from 0");
        }
    }

    /** The column of the row itself. */
    public static Coded of(int column) {
        return new Coded(column, 0);
    }
}
