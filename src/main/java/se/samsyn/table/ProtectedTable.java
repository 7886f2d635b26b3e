package se.samsyn.table;

import java.util.Optional;

/**
 * A table whose cells give nobody away, made by this module alone: hidden cells bear no number, and all tables that are made of a
 * data set are protected together.
 */
public final class ProtectedTable extends ResultTable {

    private ProtectedTable(Draft draft) {
        super(draft);
    }

    /** The only way to one: its figures are those of {@code table.disclosure}. Empty where there is no such table. */
    static Optional<ProtectedTable> of(BlurredCounts counts, Words words, TableKey key) {
        return new TableMaker(counts, words).make(key).map(ProtectedTable::new);
    }
}
