package se.samsyn.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads what DuckDB noted of rows that could not be read as text in columns, in tables that live as long as the connection. */
final class RejectStore {

    private static final int LISTED = 20;

    private final Connection connection;
    private final DuckDbStore.Running running;

    RejectStore(Connection connection, DuckDbStore.Running running) {
        this.connection = connection;
        this.running = running;
    }

    List<Load.Problem> found() throws SQLException {
        List<Load.Problem> problems = new ArrayList<>();
        if (!exists()) {
            return problems;
        }
        try (Statement statement = running.statement(connection);
                ResultSet errors = statement.executeQuery(
                        "select line, error_type, count(*) over () from reject_errors order by line limit " + LISTED)) {
            while (errors.next()) {
                boolean width = errors.getString(2).contains("COLUMNS");
                Load.Fault fault = width ? Load.Fault.WIDTH : Load.Fault.UNREADABLE;
                problems.add(new Load.Problem(fault, errors.getLong(1), -1, "", errors.getLong(3)));
            }
        }
        return problems;
    }

    private boolean exists() throws SQLException {
        try (Statement statement = running.statement(connection);
                ResultSet tables =
                        statement.executeQuery("select 1 from duckdb_tables() where table_name = 'reject_errors'")) {
            return tables.next();
        }
    }
}
