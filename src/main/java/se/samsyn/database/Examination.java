package se.samsyn.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks through a database of the program's own that has been put back: that page checksums are on, that every table and index is whole as
 * PostgreSQL's amcheck sees it, and that every row can be read.
 */
record Examination(EmbeddedServer server) {

    /**
     * The rows of each table.
     *
     * @throws RestoreRefused if anything is not whole
     */
    Map<String, Long> rows() throws SQLException, IOException {
        try (Connection connection = server.connect("samsyn")) {
            if (!text(connection, "show data_checksums").equals("on")) {
                throw new RestoreRefused(
                        "Databasens sidor har inga kontrollsummor, så skador i dem kan inte upptäckas");
            }
            amcheck(connection);
            Map<String, Long> rows = new LinkedHashMap<>();
            for (StoredTable table : new Catalog(connection).tables()) {
                rows.put(
                        table.name(),
                        table.writeTo(OutputStream.nullOutputStream(), connection)
                                .rows());
            }
            return rows;
        }
    }

    /** In a transaction that is taken back, so that nothing of the tool stays in the database. */
    private static void amcheck(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema database_examined; create extension amcheck schema database_examined");
            List<String> bad = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    select c.relname from pg_class c
                     where c.relnamespace = 'samsyn'::regnamespace and c.relkind in ('r', 't')
                       and exists (select from database_examined.verify_heapam(c.oid))""")) {
                while (rows.next()) {
                    bad.add(rows.getString(1));
                }
            }
            if (!bad.isEmpty()) {
                throw new RestoreRefused("Det återställda är skadat i tabellerna " + String.join(", ", bad));
            }
            statement.execute("""
                    select database_examined.bt_index_check(i.indexrelid, true) from pg_index i
                      join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
                     where c.relnamespace = 'samsyn'::regnamespace and a.amname = 'btree' and i.indisvalid""");
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
