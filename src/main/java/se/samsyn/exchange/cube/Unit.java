package se.samsyn.exchange.cube;

import java.util.OptionalInt;

/**
 * What the numbers are counted in.
 *
 * @param decimals how many decimals to show
 */
public record Unit(Texts label, OptionalInt decimals) {

    /** Nothing said of the unit. */
    public static final Unit NONE = new Unit(Texts.NONE, OptionalInt.empty());

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return label.isBlank() && decimals.isEmpty();
    }
}
