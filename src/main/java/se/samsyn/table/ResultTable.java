package se.samsyn.table;

import java.util.List;
import java.util.Optional;
import se.samsyn.kernel.Wording;

/** A finished table: rows x columns of cells with what stands behind them. Open or protected. */
public sealed interface ResultTable permits OpenTable, ProtectedTable {

    /** Its name. */
    TableKey key();

    /** What, where and when. */
    Wording title();

    /** The columns in order. */
    List<Column> columns();

    /** The rows in order. */
    List<Row> rows();

    /** The cell at a row and a column, both from 0. */
    Cell cell(int row, int column);

    /** What stands behind the figures. */
    Definition definition();

    /** The cell of a row and a column by their keys. */
    default Optional<Cell> find(String row, String column) {
        for (int r = 0; r < rows().size(); r++) {
            for (int c = 0; c < columns().size(); c++) {
                if (rows().get(r).key().equals(row) && columns().get(c).key().equals(column)) {
                    return Optional.of(cell(r, c));
                }
            }
        }
        return Optional.empty();
    }
}
