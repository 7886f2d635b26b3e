package se.samsyn.table;

import java.util.Optional;

/**
 * A table whose cells give nobody away: its figures are blurred, or hidden and then bear no number, and those of a data set hang together.
 */
public final class ProtectedTable extends ResultTable {

    private ProtectedTable(Draft draft) {
        super(draft);
    }

    /** The only way to one: its figures are those of {@code table.disclosure}. Empty where there is no such table. */
    static Optional<ProtectedTable> of(BlurredCounts counts, Words words, TableKey key) {
        return new TableMaker(counts, words).make(key).map(ProtectedTable::new);
    }

    /** A table as it was once protected and frozen. */
    static ProtectedTable thawed(Draft frozen) {
        return new ProtectedTable(frozen);
    }
}
