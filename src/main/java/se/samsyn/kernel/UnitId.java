package se.samsyn.kernel;

import java.util.UUID;

/** A unit of an organisation: the smallest place where cases are handled and results are compiled. */
public record UnitId(UUID value) {

    /** Reads an id from its text form. */
    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
