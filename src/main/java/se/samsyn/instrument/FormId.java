package se.samsyn.instrument;

import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

/**
 * One version of an instrument as one place uses it. Versions are numbered from 1 for each instrument and place, and a version
 * never changes once it has been used.
 */
public record FormId(InstrumentKey key, PlaceCode owner, int number) {

    /** Checks the number. */
    public FormId {
        if (number < 1) {
            throw new IllegalArgumentException("Versions are numbered from 1");
        }
    }

    /** As {@code vald/2080/3}. */
    @Override
    public String toString() {
        return key + "/" + owner + "/" + number;
    }

    /** Reads the text form. */
    public static FormId of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3 || !parts[2].matches("\\d{1,6}")) {
            throw new IllegalArgumentException("Not a form id: instrument/place/number is");
        }
        return new FormId(new InstrumentKey(parts[0]), new PlaceCode(parts[1]), Integer.parseInt(parts[2]));
    }
}
