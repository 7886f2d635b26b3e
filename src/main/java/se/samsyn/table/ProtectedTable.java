package se.samsyn.table;

/**
 * A table whose cells give nobody away, made by this module alone: hidden cells bear no number, and all tables that are made of a
 * data set are protected together.
 */
public final class ProtectedTable extends ResultTable {

    ProtectedTable(Draft draft) {
        super(draft);
    }
}
