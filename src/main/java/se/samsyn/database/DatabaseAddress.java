package se.samsyn.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the database is and who connects to it: the application's plain role, the role that migrates, and the role that copies
 * everything for backups.
 *
 * @param url a JDBC address
 */
record DatabaseAddress(String url, Login application, Login migration, Login backup) {

    /** The schema that holds all of Samsyn. */
    static final String SCHEMA = "samsyn";

    /** The role that owns the schema and its tables, and that migration and restore step into. */
    static final String OWNER = "samsyn_owner";

    /** Gives a {@code postgres://user:password@host:port/database} address its JDBC form, without user and password. */
    static String jdbc(String address) {
        if (address.startsWith("jdbc:postgresql:")) {
            return address;
        }
        URI uri = parsed(address);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
    }

    /** The user and password inside a {@code postgres://} address, or these where it has none. */
    static Login login(String address, Login otherwise) {
        String stated = address.startsWith("jdbc:") ? null : parsed(address).getRawUserInfo();
        if (stated == null) {
            return otherwise;
        }
        String[] parts = stated.split(":", 2);
        String password = parts.length == 2 ? decoded(parts[1]) : otherwise.password();
        return new Login(decoded(parts[0]), password);
    }

    private static URI parsed(String address) {
        URI uri = URI.create(address);
        if (uri.getHost() == null || !(address.startsWith("postgres:") || address.startsWith("postgresql:"))) {
            throw new DatabaseUnavailable(
                    "Databasadressen går inte att tolka",
                    "Skriv SAMSYN_DATABASE_URL som jdbc:postgresql://värd:5432/samsyn eller postgres://värd:5432/samsyn.");
        }
        return uri;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** How this process's connections call themselves, unlike those of other processes on the same machine. */
    static String sessionName() {
        return "samsyn " + ProcessHandle.current().pid();
    }

    /** Settings of every connection; error texts leave out the values of the row that failed. */
    static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", SCHEMA);
        properties.setProperty("ApplicationName", sessionName());
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /** Opens a connection of its own, outside the application's pool. */
    Connection connect(Login login) throws SQLException {
        Properties properties = properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        return DriverManager.getConnection(url, properties);
    }
}
