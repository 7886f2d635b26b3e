package se.samsyn.table;

import java.util.List;
import java.util.Locale;
import se.samsyn.kernel.InstrumentKey;

/**
 * Names one table, in addresses and commands. The text form is stable: {@code vald.2080.2024.change.health}, with set, place,
 * year opened, kind and variable ({@code -} where the kind needs none).
 */
public record TableKey(InstrumentKey set, Where where, Span span, TableKind kind, String variable) {

    /** The variable of kinds that need none. */
    public static final String NONE = "-";

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text names no table
     */
    public static TableKey of(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != 5) {
            throw new IllegalArgumentException("A table is named set.place.year.kind.variable");
        }
        String kind = parts.get(3).toUpperCase(Locale.ROOT).replace('-', '_');
        return new TableKey(
                new InstrumentKey(parts.get(0)),
                Where.of(parts.get(1)),
                Span.of(parts.get(2)),
                TableKind.valueOf(kind),
                parts.get(4));
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return String.join(".", set.value(), where.toString(), span.toString(), name, variable);
    }
}
