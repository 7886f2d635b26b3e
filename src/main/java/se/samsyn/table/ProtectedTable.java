package se.samsyn.table;

import java.util.List;
import se.samsyn.kernel.Wording;

/**
 * A table whose cells give nobody away, made by this module alone: hidden cells bear no number, and all tables that are made of a
 * data set are protected together.
 */
public final class ProtectedTable implements ResultTable {

    private final Draft draft;

    ProtectedTable(Draft draft) {
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
