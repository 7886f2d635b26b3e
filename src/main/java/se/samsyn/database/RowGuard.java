package se.samsyn.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Row-level security and triggers of the owner's tables, lifted from the owner for the length of a transaction. Others stay under
 * them: they do not see the change before it is undone.
 */
record RowGuard(List<String> forced, List<String> all) {

    /** Lifts what there is and remembers it. */
    static RowGuard lift(Connection owner, Collection<StoredTable> tables) throws SQLException {
        List<String> forced = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select oid::regclass::text from pg_class"
                        + " where relnamespace = 'samsyn'::regnamespace and relkind = 'r' and relforcerowsecurity")) {
            while (rows.next()) {
                forced.add(rows.getString(1));
            }
        }
        RowGuard guard = new RowGuard(
                List.copyOf(forced), tables.stream().map(StoredTable::qualified).toList());
        guard.change(owner, "no force row level security", "disable trigger user");
        return guard;
    }

    /** Puts everything back. */
    void restore(Connection owner) throws SQLException {
        change(owner, "force row level security", "enable trigger user");
    }

    private void change(Connection owner, String security, String triggers) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String table : forced) {
                statement.execute("alter table " + table + " " + security);
            }
            for (String table : all) {
                statement.execute("alter table " + table + " " + triggers);
            }
        }
    }
}
