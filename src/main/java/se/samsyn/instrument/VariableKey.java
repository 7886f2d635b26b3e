package se.samsyn.instrument;

import java.util.Locale;
import java.util.regex.Pattern;
import se.samsyn.kernel.PlaceCode;

/**
 * The name a variable keeps across all versions of an instrument: a letter, then lower-case letters, digits and underscores, at
 * most 60 signs. Variables of a region or municipality begin with {@code x}, the place's code and an underscore
 * ({@code x2080_vantetid}), so that they never clash with those of others.
 */
public record VariableKey(String value) implements Comparable<VariableKey> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    /** Checks the form. */
    public VariableKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a variable key: " + value
                    + " (a letter, then lower-case letters, digits and underscores, at most 60 signs)");
        }
    }

    /** What the keys of a place's own variables begin with; nothing for the nation's. */
    static String prefix(PlaceCode owner) {
        return owner.equals(PlaceCode.NATION) ? "" : "x" + owner.value().toLowerCase(Locale.ROOT) + "_";
    }

    /** Whether the key may be given to a variable of this place. */
    boolean fits(PlaceCode owner) {
        return owner.equals(PlaceCode.NATION) ? !value.matches("x\\d{2}(\\d{2})?_.*") : value.startsWith(prefix(owner));
    }

    @Override
    public int compareTo(VariableKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
