package se.samsyn.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** A DuckDB of its own with nothing set but how much of the machine it may use. */
final class PlainStore implements BareQuery.Plain {

    private final BareStore bare;
    private final DuckDBConnection base;

    PlainStore(BareStore bare, EngineSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        this.bare = bare;
        try {
            base = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
            try (Statement statement = base.createStatement()) {
                statement.execute("set threads = " + settings.threads());
                statement.execute("set memory_limit = '" + settings.memory() + "MB'");
            }
        } catch (SQLException fault) {
            throw new EngineFault(String.valueOf(fault.getMessage()));
        }
    }

    @Override
    public int groups(RowsName rows, List<Integer> columns) {
        try (Connection connection = base.duplicate();
                Statement statement = connection.createStatement()) {
            return BareStore.groups(bare.sql(rows, columns), statement);
        } catch (SQLException fault) {
            throw new EngineFault(String.valueOf(fault.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            base.close();
        } catch (SQLException fault) {
            throw new EngineFault(String.valueOf(fault.getMessage()));
        }
    }
}
