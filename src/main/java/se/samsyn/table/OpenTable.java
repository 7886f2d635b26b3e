package se.samsyn.table;

/**
 * A table with every count of a unit, for those who may read its cases and nobody else. It cannot be exported: what takes tables
 * out of the house accepts {@link ProtectedTable} alone.
 */
public final class OpenTable extends ResultTable {

    OpenTable(Draft draft) {
        super(draft);
    }
}
