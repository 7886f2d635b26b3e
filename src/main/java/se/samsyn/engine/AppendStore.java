package se.samsyn.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes rows that are handed over one by one to a file. */
@Component
@Lazy
final class AppendStore {

    private final DuckDbStore database;

    AppendStore(DuckDbStore database) {
        this.database = database;
    }

    void write(RowsOut rows, RowsName name, Path file) {
        String table = name.value();
        database.run((connection, running) -> {
            try (Statement statement = running.statement(connection)) {
                statement.execute("create table " + table + " (key integer, person bigint" + columns(rows) + ")");
            }
            try {
                append(rows, table, connection);
                try (Statement statement = running.statement(connection)) {
                    statement.execute("copy " + table + " to " + DuckDbStore.text(file.toString())
                            + " (format parquet, compression snappy)");
                }
            } finally {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("drop table " + table);
                }
            }
            return file;
        });
    }

    private static String columns(RowsOut rows) {
        return IntStream.range(0, rows.columns())
                .mapToObj(column -> rows.numbers(column) ? ", n" + column + " double" : ", c" + column + " smallint")
                .collect(Collectors.joining());
    }

    private static void append(RowsOut rows, String table, Connection connection) throws SQLException {
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(table)) {
            for (int row = 0; row < rows.rows(); row++) {
                appender.beginRow().append((int) rows.key(row)).append((long) row);
                for (int column = 0; column < rows.columns(); column++) {
                    cell(rows, row, column, appender);
                }
                appender.endRow();
            }
        }
    }

    private static void cell(RowsOut rows, int row, int column, DuckDBAppender appender) throws SQLException {
        if (rows.numbers(column)) {
            double number = rows.number(row, column);
            if (Double.isNaN(number)) {
                appender.appendNull();
            } else {
                appender.append(number);
            }
        } else {
            int code = rows.code(row, column);
            if (code == Coded.EMPTY) {
                appender.appendNull();
            } else {
                appender.append((short) code);
            }
        }
    }
}
