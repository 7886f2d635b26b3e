package se.samsyn.engine;

import java.util.Optional;

/**
 * A column of numbers to sum, or the difference of two for the same persons.
 *
 * @param of the column, at a moment
 * @param from what is taken away, for a change; empty for the number itself
 * @param step how wide the steps are by which numbers are told apart, above 0
 */
public record Measured(Coded of, Optional<Coded> from, double step) {

    /** Checks the step. */
    public Measured {
        if (!(step > 0)) {
            throw new IllegalArgumentException("Numbers are told apart by a step above 0");
        }
    }

    int latestMoment() {
        return Math.max(of.moment(), from.map(Coded::moment).orElse(0));
    }
}
