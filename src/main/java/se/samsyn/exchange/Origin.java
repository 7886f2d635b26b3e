package se.samsyn.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a value comes from: a column, whose codes may be translated, or one constant for the whole file.
 *
 * @param codes from what the file says to what it means; what is not listed is taken as it is
 */
public record Origin(Optional<String> column, Optional<String> constant, Map<String, String> codes) {

    /** Checks that there is exactly one of the two. */
    public Origin {
        if (column.isPresent() == constant.isPresent()) {
            throw new IllegalArgumentException("A value comes from a column or is a constant, one of the two");
        }
        codes = java.util.Collections.unmodifiableMap(new TreeMap<>(codes));
    }

    /** From a column as it is. */
    public static Origin column(String name) {
        return new Origin(Optional.of(name), Optional.empty(), Map.of());
    }

    /** From a column with translation. */
    public static Origin column(String name, Map<String, String> codes) {
        return new Origin(Optional.of(name), Optional.empty(), codes);
    }

    /** The same for all rows. */
    public static Origin constant(String value) {
        return new Origin(Optional.empty(), Optional.of(value), Map.of());
    }
}
