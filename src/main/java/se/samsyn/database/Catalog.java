package se.samsyn.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the schema holds, as PostgreSQL's own catalogue tells on a connection. */
record Catalog(Connection connection) {

    private static final String HISTORY = "flyway_schema_history_";

    /** Settings under which equal values are always written alike. */
    static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';"
                    + " set bytea_output = 'hex'; set extra_float_digits = 1");
        }
    }

    /** The tables, each after those it refers to; the histories of migrations left out. */
    List<StoredTable> tables() throws SQLException {
        Map<String, StoredTable> found = new TreeMap<>();
        Map<String, List<String>> references = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname,
                               (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
                                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                               (select array_agg(a.attname::text order by a.attnum) from pg_index i
                                  join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
                                 where i.indrelid = c.oid and i.indisprimary),
                               (select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f
                                 where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid)
                          from pg_class c
                         where c.relnamespace = 'samsyn'::regnamespace and c.relkind = 'r'
                           and c.relname not like 'flyway\\_schema\\_history%'
                         order by c.relname""")) {
            while (rows.next()) {
                String name = rows.getString(1);
                List<String> columns = texts(rows.getArray(2));
                List<String> key = texts(rows.getArray(3));
                found.put(name, new StoredTable(name, columns, key.isEmpty() ? columns : key));
                references.put(name, texts(rows.getArray(4)));
            }
        }
        return ModuleOrder.of(references).stream()
                .map(name -> found(found, name))
                .toList();
    }

    private static StoredTable found(Map<String, StoredTable> tables, String name) {
        StoredTable table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("A table refers to one outside the schema: " + name);
        }
        return table;
    }

    /** The next values of the sequences that have been used, by name. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sequencename, last_value from pg_sequences"
                        + " where schemaname = 'samsyn' and last_value is not null")) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
        }
        return values;
    }

    /** The newest migration of each module, by module. */
    Map<String, String> versions() throws SQLException {
        List<String> histories = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select relname from pg_class where relkind = 'r'"
                                + " and relnamespace = 'samsyn'::regnamespace and relname like 'flyway\\_schema\\_history\\_%'")) {
            while (rows.next()) {
                histories.add(rows.getString(1));
            }
        }
        Map<String, String> versions = new TreeMap<>();
        for (String history : histories) {
            versions.put(history.substring(HISTORY.length()), newest(history));
        }
        return versions;
    }

    private String newest(String history) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from samsyn."
                        + statement.enquoteIdentifier(history, true)
                        + " where success and version is not null order by installed_rank desc limit 1")) {
            return row.next() ? row.getString(1) : "0";
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
