package se.samsyn.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/**
 * The application's connections: each is told whose rows it may see and how long it may take, in one statement, before it is handed out. Nothing of an
 * earlier scope survives, since all settings are written every time.
 */
final class RowScopedDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final String TELL = """
            select set_config('samsyn.units', ?, false),
                   set_config('samsyn.task', ?, false),
                   set_config('samsyn.compile', ?, false),
                   set_config('samsyn.actor', ?, false),
                   set_config('statement_timeout', ?, false),
                   set_config('lock_timeout', ?, false)""";

    private static final String AS_LONG_AS_IT_TAKES = "0";

    private final HikariDataSource pool;
    private final HikariDataSource apart;
    private final Supplier<Optional<RowScopeSource>> source;

    RowScopedDataSource(HikariDataSource pool, HikariDataSource apart, Supplier<Optional<RowScopeSource>> source) {
        super(pool);
        this.pool = pool;
        this.apart = apart;
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        RowScope scope = RowScope.bound().orElseGet(this::ofRequest);
        Optional<Patience> patience = Patience.current();
        Connection connection = (Apart.isBound() ? apart : pool).getConnection();
        try {
            if (patience.isPresent()) {
                connection.setNetworkTimeout(Runnable::run, patience.get().silence());
            }
            tell(connection, scope, patience);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("Connections are made as the application's own role");
    }

    private RowScope ofRequest() {
        return source.get()
                .flatMap(asked ->
                        ScopedValue.where(RowScope.CURRENT, RowScope.NOTHING).call(asked::current))
                .orElse(RowScope.NOTHING);
    }

    private static void tell(Connection connection, RowScope scope, Optional<Patience> patience) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, scope.units().stream().map(UnitId::toString).collect(Collectors.joining(",")));
            statement.setString(2, scope.task().name());
            statement.setString(3, scope.compiled().map(PlaceCode::value).orElse(""));
            statement.setString(4, scope.actor());
            statement.setString(5, patience.map(Patience::statement).orElse(AS_LONG_AS_IT_TAKES));
            statement.setString(6, patience.map(Patience::lock).orElse(AS_LONG_AS_IT_TAKES));
            statement.execute();
        }
    }

    @Override
    public void close() {
        pool.close();
        apart.close();
    }
}
