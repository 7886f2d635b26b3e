package se.samsyn.table;

import java.util.List;
import java.util.Optional;
import se.samsyn.kernel.Wording;

/** A finished table: rows x columns of cells with what stands behind them. Open or protected. */
public abstract sealed class ResultTable permits OpenTable, ProtectedTable {

    private final Draft draft;

    ResultTable(Draft draft) {
        this.draft = draft;
    }

    /** Its name. */
    public TableKey key() {
        return draft.key();
    }

    /** What it is about, without place and time. */
    public Wording subject() {
        return draft.subject();
    }

    /** What, where and when. */
    public Wording title() {
        return draft.title();
    }

    /** The columns in order. */
    public List<Column> columns() {
        return draft.columns();
    }

    /** The rows in order. */
    public List<Row> rows() {
        return draft.rows();
    }

    /** The cell at a row and a column, both from 0. */
    public Cell cell(int row, int column) {
        return draft.cells().get(row).get(column);
    }

    /** What stands behind the figures. */
    public Definition definition() {
        return draft.definition();
    }

    /** The cell of a row and a column by their keys. */
    public Optional<Cell> find(String row, String column) {
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
