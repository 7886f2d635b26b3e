package se.samsyn.table.engine;

import java.util.OptionalInt;

/**
 * A column of numbers to sum, or the difference of two times of it for the same persons.
 *
 * @param column its number
 * @param moment as in {@link Coded}
 * @param from the moment whose number is taken away, for a change; empty for the number itself
 * @param step how wide the steps are by which numbers are told apart, above 0
 */
public record Measured(int column, int moment, OptionalInt from, double step) {

    /** Checks the step. */
    public Measured {
        if (column < 0 || moment < 0 || !(step > 0)) {
            throw new IllegalArgumentException("Numbers are told apart by a step above 0");
        }
    }
}
