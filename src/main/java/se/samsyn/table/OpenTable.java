package se.samsyn.table;

import java.util.List;
import se.samsyn.kernel.Wording;

/**
 * A table with every count of a unit, for those who may read its cases and nobody else. It cannot be exported: what takes tables
 * out of the house accepts {@link ProtectedTable} alone.
 */
public final class OpenTable implements ResultTable {

    private final Draft draft;

    OpenTable(Draft draft) {
        this.draft = draft;
    }

    @Override
    public TableKey key() {
        return draft.key();
    }

    @Override
    public Wording title() {
        return draft.title();
    }

    @Override
    public List<Column> columns() {
        return draft.columns();
    }

    @Override
    public List<Row> rows() {
        return draft.rows();
    }

    @Override
    public Cell cell(int row, int column) {
        return draft.cells().get(row).get(column);
    }

    @Override
    public Definition definition() {
        return draft.definition();
    }
}
