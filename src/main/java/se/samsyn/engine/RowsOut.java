package se.samsyn.engine;

/** Rows that a module hands over: columns of codes first to last, and numbers, by position as in {@link Load}. */
public interface RowsOut {

    /** Whether a column holds numbers; else it holds codes. */
    boolean numbers(int column);

    /** The number of columns. */
    int columns();

    /** The number of rows. */
    int rows();

    /** The code in a cell, {@link Coded#EMPTY} where there is none. */
    int code(int row, int column);

    /** The number in a cell, NaN where there is none. */
    double number(int row, int column);

    /** The record key of the row's person, from 0 to below 2^32. */
    long key(int row);
}
