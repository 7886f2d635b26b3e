package se.samsyn.table;

import java.util.List;
import se.samsyn.kernel.Wording;

/** The contents of a table before it is known to be open or protected. */
record Draft(
        TableKey key,
        Wording subject,
        Wording title,
        List<Column> columns,
        List<Row> rows,
        List<List<Cell>> cells,
        Definition definition) {

    Draft {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        cells = cells.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (cells.size() != rows.size() || cells.stream().anyMatch(line -> line.size() != width)) {
            throw new IllegalArgumentException("A table has one cell for each row and column");
        }
    }
}
