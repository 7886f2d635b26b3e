package se.samsyn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * Makes Samsyn's database and roles in the embedded server. The SQL is the file {@code database/roles.sql}, the same that an
 * operator runs by hand in a server of their own.
 */
record DatabaseRoles(EmbeddedServer server, DataFolder folder) {

    private static final String NO_SUCH_DATABASE = "3D000";

    /** Makes what is missing and sets the passwords of the data folder; may be repeated. */
    DatabaseAddress prepare(String database) {
        DatabaseAddress address = new DatabaseAddress(
                server.url(database),
                folder.login("samsyn_application"),
                folder.login("samsyn_migration"),
                folder.login("samsyn_backup"));
        try {
            try (Connection connection = connectOrCreate(database);
                    Statement statement = connection.createStatement()) {
                statement.execute(roles(address));
            }
            return address;
        } catch (SQLException | IOException failure) {
            throw new DatabaseUnavailable(
                    "Databasens roller gick inte att skapa", "Se loggen i " + folder.log() + ".", failure);
        }
    }

    private Connection connectOrCreate(String database) throws SQLException {
        try {
            return connect(database);
        } catch (SQLException failure) {
            if (!NO_SUCH_DATABASE.equals(failure.getSQLState())) {
                throw failure;
            }
        }
        try (Connection connection = connect("postgres");
                Statement create = connection.createStatement()) {
            create.execute("create database " + create.enquoteIdentifier(database, true));
        }
        return connect(database);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                server.url(database),
                server.superuser().user(),
                server.superuser().password());
    }

    /** The script with passwords in place of psql's variables. They are hexadecimal, so they need no quoting. */
    private static String roles(DatabaseAddress address) throws IOException {
        String script = new ClassPathResource("database/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        Map<String, Login> logins = Map.of(
                ":'application_password'", address.application(),
                ":'migration_password'", address.migration(),
                ":'backup_password'", address.backup());
        for (Map.Entry<String, Login> entry : logins.entrySet()) {
            script = script.replace(entry.getKey(), "'" + entry.getValue().password() + "'");
        }
        return script;
    }
}
