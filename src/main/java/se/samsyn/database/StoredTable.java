package se.samsyn.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A table that backups carry: its columns (computed ones left out) and what its rows are ordered by, so that equal contents give equal
 * bytes whatever order the rows lie in.
 *
 * @param order the primary key, or all columns where there is none
 */
record StoredTable(String name, List<String> columns, List<String> order) {

    StoredTable {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
    }

    /** How many rows were written, and the SHA-256 of their bytes. */
    record Contents(long rows, String sha256) {}

    /** Writes the rows in PostgreSQL's text form, in order. */
    Contents writeTo(OutputStream out, Connection connection) throws SQLException, IOException {
        String sorted = order.stream()
                .map(column -> quoted(column) + "::text collate \"C\"")
                .collect(Collectors.joining(", "));
        String rows = "copy (select " + list(columns) + " from " + qualified() + " order by " + sorted + ") to stdout";
        DigestOutputStream digested = new DigestOutputStream(out, sha256());
        long count = copy(connection).copyOut(rows, digested);
        return new Contents(
                count, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    }

    /** Adds the rows that were written by {@link #writeTo}. */
    void readFrom(InputStream in, Connection connection) throws SQLException, IOException {
        copy(connection).copyIn("copy " + qualified() + " (" + list(columns) + ") from stdin", in);
    }

    String qualified() {
        return DatabaseAddress.SCHEMA + "." + quoted(name);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static String list(List<String> names) {
        return names.stream().map(StoredTable::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
