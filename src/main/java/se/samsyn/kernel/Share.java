package se.samsyn.kernel;

/**
 * A part of a whole, 0 to 1, that remembers both counts.
 *
 * @param part persons in the part, 0 to whole
 * @param whole persons in the whole, at least 1: a share of nobody does not exist
 */
public record Share(long part, long whole) {

    /** Checks that the part fits in the whole. */
    public Share {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException("A share needs 0 <= part <= whole and a whole of at least 1");
        }
    }

    /** The share as a number from 0 to 1. */
    public double value() {
        return (double) part / whole;
    }
}
