package se.samsyn.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes the files that DuckDB wrote known to Trino as tables, with the files' own columns; Trino copies nothing and owns nothing. */
@Component
@Lazy
@ConditionalOnProperty(name = "samsyn.engine.trino", havingValue = "true")
final class TrinoTableStore {

    /** What {@link Warehouse} calls rows; no other table is ever dropped. */
    private static final Pattern OURS = Pattern.compile("[a-z]+_[0-9a-f]{32}");

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");

    private final DuckDbStore loader;
    private final RowsFolder folder;
    private final TrinoSettings settings;

    TrinoTableStore(DuckDbStore loader, RowsFolder folder, TrinoSettings settings) {
        this.loader = loader;
        this.folder = folder;
        this.settings = settings;
    }

    /** Makes the table, where it is not there, and forgets those whose rows are gone. */
    void register(RowsName name, Connection connection, DuckDbStore.Running running) throws SQLException {
        execute("create schema if not exists " + settings.schema(), connection, running);
        for (RowsName gone : gone(connection, running)) {
            execute("drop table if exists " + settings.table(gone), connection, running);
        }
        execute(definition(name), connection, running);
    }

    private List<RowsName> gone(Connection connection, DuckDbStore.Running running) throws SQLException {
        List<RowsName> gone = new ArrayList<>();
        try (Statement statement = running.statement(connection);
                ResultSet tables = statement.executeQuery("show tables from " + settings.schema())) {
            while (tables.next()) {
                String table = tables.getString(1);
                if (OURS.matcher(table).matches() && !folder.holds(new RowsName(table))) {
                    gone.add(new RowsName(table));
                }
            }
        }
        return gone;
    }

    /** The table as Trino's hive connector takes it. */
    String definition(RowsName name) {
        return "create table if not exists " + settings.table(name) + " (" + String.join(", ", columns(name))
                + ") with (format = 'PARQUET', external_location = " + DuckDbStore.text(settings.location(name)) + ")";
    }

    private List<String> columns(RowsName name) {
        String sql = "describe select * from read_parquet("
                + DuckDbStore.text(folder.file(name).toString()) + ")";
        return loader.run((connection, running) -> {
            List<String> columns = new ArrayList<>();
            try (Statement statement = running.statement(connection);
                    ResultSet described = statement.executeQuery(sql)) {
                while (described.next()) {
                    columns.add(column(described.getString(1), described.getString(2)));
                }
            }
            return columns;
        });
    }

    private static String column(String name, String type) {
        if (!COLUMN.matcher(name).matches()) {
            throw new IllegalStateException("Rows have columns that the program did not name");
        }
        return "\"" + name + "\" " + trinoType(type);
    }

    /** Trino knows no unsigned numbers; it reads them as the next wider ones. */
    private static String trinoType(String type) {
        return switch (type) {
            case "UTINYINT", "TINYINT", "USMALLINT", "SMALLINT", "INTEGER" -> "integer";
            case "UINTEGER", "BIGINT" -> "bigint";
            case "FLOAT" -> "real";
            case "DOUBLE" -> "double";
            default -> throw new IllegalStateException("Rows have a column of a type that they are never written with");
        };
    }

    private static void execute(String sql, Connection connection, DuckDbStore.Running running) throws SQLException {
        try (Statement statement = running.statement(connection)) {
            statement.execute(sql);
        }
    }
}
