package se.samsyn.table.crossing;

import java.util.Optional;

/**
 * A field as it is crossed by. Written {@code field}, {@code field:grouping}, {@code field@period} or {@code field@period:grouping}; the
 * period is of the same persons in another period than the table is of.
 */
public record AxisKey(String name, Optional<String> grouping) {

    /** Reads the text form. */
    public static AxisKey of(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new AxisKey(text.strip(), Optional.empty());
        }
        return new AxisKey(
                text.substring(0, colon).strip(),
                Optional.of(text.substring(colon + 1).strip()));
    }

    @Override
    public String toString() {
        return grouping.map(group -> name + ":" + group).orElse(name);
    }
}
