package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.table.crossing.AxisKey;
import se.samsyn.table.source.Codebook;

/**
 * The tables of a release set as they are declared: one a line, axes parted by commas. An axis is {@code field}, {@code field:grouping}, or
 * {@code field:*} for the field with all its groupings; totals always belong.
 *
 * @param period the code of the period they are of, where the data have periods
 */
public record Declared(InstrumentKey set, List<List<AxisKey>> tables, Optional<String> period) {

    static final String EVERYTHING = "*";
    private static final int MOST_TABLES = 20;
    private static final int MOST_AXES = 5;

    /** Checks and copies. */
    public Declared {
        tables = tables.stream().map(List::copyOf).toList();
        if (tables.isEmpty()) {
            throw new ReleaseFault("no-tables");
        }
        if (tables.size() > MOST_TABLES) {
            throw new ReleaseFault("too-many-tables", MOST_TABLES);
        }
        if (tables.stream().anyMatch(table -> table.size() > MOST_AXES)) {
            throw new ReleaseFault("too-many-axes", MOST_AXES);
        }
    }

    /**
     * Reads the text form.
     *
     * @throws ReleaseFault when nothing is declared, or too much
     */
    public static Declared of(InstrumentKey set, String text, Optional<String> period) {
        List<List<AxisKey>> tables = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            List<AxisKey> axes = new ArrayList<>();
            for (String axis : line.split(",")) {
                if (!axis.isBlank()) {
                    axes.add(AxisKey.of(axis.strip()));
                }
            }
            tables.add(axes);
        });
        return new Declared(set, tables, period.filter(code -> !code.isBlank()));
    }

    /**
     * The same with its period named, where the data have periods and none is: so it is of the same persons however it was asked for, today and
     * when there is a later one. Tables by period are of none.
     *
     * @throws ReleaseFault when there is no such period
     */
    Declared settled(Codebook codebook) {
        if (codebook.period().isEmpty() || isByPeriod(codebook)) {
            return new Declared(set, tables, Optional.empty());
        }
        List<String> periods =
                codebook.periods().stream().map(Codebook.Code::code).toList();
        if (period.isPresent() && !periods.contains(period.get())) {
            throw new ReleaseFault("unknown-period", period.get());
        }
        return new Declared(set, tables, period.or(() -> Optional.of(periods.getLast())));
    }

    /** Whether a table has the period as an axis, and so persons of all periods. */
    boolean isByPeriod(Codebook codebook) {
        return codebook.period().isPresent()
                && tables.stream()
                        .flatMap(List::stream)
                        .anyMatch(axis -> codebook.position(axis.name())
                                == codebook.period().getAsInt());
    }

    /** The keys of the fields that the tables are by. */
    Set<String> fields() {
        return tables.stream().flatMap(List::stream).map(AxisKey::name).collect(Collectors.toSet());
    }

    /** The text form, without the period. */
    public String text() {
        return String.join(
                "\n",
                tables.stream()
                        .map(table -> String.join(
                                ", ", table.stream().map(AxisKey::toString).toList()))
                        .toList());
    }
}
