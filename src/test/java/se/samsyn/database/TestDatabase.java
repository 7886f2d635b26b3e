package se.samsyn.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every Spring test a migrated database: one server per machine folder, one database per test JVM, shared by all contexts
 * in it. Registered in {@code META-INF/spring.factories} of the tests, so that {@code @SpringBootTest} is enough. A test must
 * therefore not count on empty tables, but make its own units and look at those.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final DataFolder FOLDER = new DataFolder(Path.of("target", "test-database"));
    private static final long STARTED = System.nanoTime();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The names of properties that say where a context's database is. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().containsProperty("samsyn.database.url")
                || context.getEnvironment().getProperty("samsyn.test.own-database", Boolean.class, false)) {
            return;
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test database", properties(Shared.ADDRESS)));
    }

    /** A new, empty database with Samsyn's roles in the shared server, for tests that need one of their own. */
    static DatabaseAddress another() {
        return new DatabaseRoles(Shared.SERVER, FOLDER).prepare(name(NUMBER.incrementAndGet()));
    }

    /**
     * The properties of a new, empty database, for contexts that must not see what other tests have written; they also set
     * {@code samsyn.test.own-database}.
     */
    public static Map<String, Object> ownProperties() {
        return properties(another());
    }

    /** The application properties that lead to a database. */
    static Map<String, Object> properties(DatabaseAddress address) {
        String name = address.url().replaceAll("^.*//|\\?.*", "").replaceAll("[^A-Za-z0-9]+", "-");
        return Map.of(
                "samsyn.keys", Path.of("target", "test-keys", name).toString(),
                "samsyn.audit",
                        Path.of("target", "test-audit", name + "_" + STARTED).toString(),
                "samsyn.database.url", address.url(),
                "samsyn.database.user", address.application().user(),
                "samsyn.database.password", address.application().password(),
                "samsyn.database.migration.user", address.migration().user(),
                "samsyn.database.migration.password", address.migration().password(),
                "samsyn.database.backup.user", address.backup().user(),
                "samsyn.database.backup.password", address.backup().password());
    }

    /** Connects to the database of this test JVM as the owner of all tables, past the application's limits. */
    public static Connection asOwner() throws SQLException {
        return asOwner(Shared.ADDRESS);
    }

    /** Connects to the database that these properties lead to as the owner of all tables. */
    public static Connection asOwner(Map<String, Object> properties) throws SQLException {
        Connection connection = DriverManager.getConnection(
                String.valueOf(properties.get("samsyn.database.url")),
                String.valueOf(properties.get("samsyn.database.migration.user")),
                String.valueOf(properties.get("samsyn.database.migration.password")));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + DatabaseAddress.OWNER + "; set search_path = " + DatabaseAddress.SCHEMA);
        }
        return connection;
    }

    static Connection asOwner(DatabaseAddress address) throws SQLException {
        Connection connection = address.connect(address.migration());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + DatabaseAddress.OWNER);
        }
        return connection;
    }

    private static String name(int number) {
        return "test_" + ProcessHandle.current().pid() + "_" + number;
    }

    /** Started at first use and left when the JVM ends. */
    private static final class Shared {

        private static final EmbeddedServer SERVER = EmbeddedServer.join(FOLDER, Durability.FORGETFUL);
        private static final DatabaseAddress ADDRESS;

        static {
            dropLeftovers();
            ADDRESS = new DatabaseRoles(SERVER, FOLDER).prepare(name(NUMBER.incrementAndGet()));
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::leave));
        }

        private static void leave() {
            SERVER.close();
        }

        /** Drops the databases of earlier test runs: those whose process is gone. */
        private static void dropLeftovers() {
            try (Connection connection = DriverManager.getConnection(
                            SERVER.url("postgres"),
                            SERVER.superuser().user(),
                            SERVER.superuser().password());
                    Statement find = connection.createStatement();
                    Statement drop = connection.createStatement();
                    var names = find.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
                while (names.next()) {
                    String name = names.getString(1);
                    long process = Long.parseLong(name.split("_")[1]);
                    if (ProcessHandle.of(process).isEmpty()) {
                        drop.execute("drop database if exists " + name + " with (force)");
                    }
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("Leftover test databases could not be dropped", failure);
            }
        }
    }
}
