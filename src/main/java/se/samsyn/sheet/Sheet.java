package se.samsyn.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A file that has been read through once and found whole; its rows are streamed from the file again when asked for. */
public final class Sheet {

    private final Seen seen;
    private final List<Column> columns;
    private final List<Row> firstRows;
    private final int rowCount;
    private final RowSource source;

    Sheet(Seen seen, List<Column> columns, List<Row> firstRows, int rowCount, RowSource source) {
        this.seen = seen;
        this.columns = List.copyOf(columns);
        this.firstRows = List.copyOf(firstRows);
        this.rowCount = rowCount;
        this.source = source;
    }

    /** What was seen in the file. */
    public Seen seen() {
        return seen;
    }

    /** The columns in the file's order. */
    public List<Column> columns() {
        return columns;
    }

    /** The column of this name; upper and lower case and spaces around do not matter. */
    public Optional<Column> find(String name) {
        String wanted = plain(name);
        return columns.stream()
                .filter(column -> plain(column.name()).equals(wanted))
                .findFirst();
    }

    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The first rows, ten at most. */
    public List<Row> firstRows() {
        return firstRows;
    }

    /** How many rows that are not blank stand under the header. */
    public int rowCount() {
        return rowCount;
    }

    /**
     * Streams the rows that are not blank.
     *
     * @throws java.io.UncheckedIOException if the file has gone or changed since it was opened
     */
    public void forEach(Consumer<Row> action) {
        source.read((number, cells) -> {
            if (number > seen.headerRow() && cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                action.accept(new Row(number, cells));
            }
            return RowSource.Next.GO_ON;
        });
    }
}
