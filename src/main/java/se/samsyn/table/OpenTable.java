package se.samsyn.table;

import java.util.Optional;

/**
 * A table with every count of a unit, for those who may read its cases and nobody else. It cannot be exported: what takes tables
 * out of the house accepts {@link ProtectedTable} alone.
 */
public final class OpenTable extends ResultTable {

    private OpenTable(Draft draft) {
        super(draft);
    }

    /** Empty where there is no such table. */
    static Optional<OpenTable> of(OpenCounts counts, Words words, TableKey key) {
        return new TableMaker(counts, words).make(key).map(OpenTable::new);
    }
}
