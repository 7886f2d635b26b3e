package broken.table;

/** Breaks: protected tables are made in table only. */
public final class ProtectedTable {

    /** Anybody may. */
    public ProtectedTable() {}
}
