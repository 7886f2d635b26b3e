package se.samsyn.engine;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Trino cluster that counts, where one does.
 *
 * @param trinoUrl the coordinator as JDBC writes it, {@code jdbc:trino://host:port}; with {@code ?SSL=true} over TLS
 * @param trinoUser as whom questions are asked
 * @param trinoPassword that user's, blank for none; over TLS only
 * @param trinoCatalog a catalogue of Trino's hive connector
 * @param trinoSchema made when it is not there; nobody else's tables lie in it
 * @param trinoLocation what Trino calls the folder {@code rows} of the data folder
 */
@ConfigurationProperties("samsyn.engine")
record TrinoSettings(
        @DefaultValue("") String trinoUrl,
        @DefaultValue("samsyn") String trinoUser,
        @DefaultValue("") String trinoPassword,
        @DefaultValue("samsyn") String trinoCatalog,
        @DefaultValue("samsyn") String trinoSchema,
        @DefaultValue("local:///") String trinoLocation) {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:trino://[A-Za-z0-9.:\\[\\]-]+(/?\\?\\S*)?");
    private static final Pattern USER = Pattern.compile("\\S+");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern LOCATION = Pattern.compile("[a-z0-9]+://[A-Za-z0-9._/-]*/");

    TrinoSettings {
        check("trino-url", trinoUrl, ADDRESS, "jdbc:trino://dator:port");
        check("trino-user", trinoUser, USER, "ett namn utan blanksteg");
        check("trino-catalog", trinoCatalog, NAME, "små bokstäver, siffror och understreck");
        check("trino-schema", trinoSchema, NAME, "små bokstäver, siffror och understreck");
        trinoLocation = trinoLocation.endsWith("/") ? trinoLocation : trinoLocation + "/";
        check("trino-location", trinoLocation, LOCATION, "en plats som local:///");
        if (!trinoPassword.isBlank() && !trinoUrl.contains("SSL=true")) {
            throw new IllegalArgumentException("samsyn.engine.trino-password skickas bara med ?SSL=true i trino-url");
        }
    }

    private static void check(String name, String value, Pattern form, String wanted) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("samsyn.engine." + name + ": " + wanted);
        }
    }

    /** What Trino calls the rows. */
    String table(RowsName name) {
        return schema() + "." + name.value();
    }

    /** The schema with its catalogue. */
    String schema() {
        return trinoCatalog + "." + trinoSchema;
    }

    /** The folder of the rows, as Trino sees it. */
    String location(RowsName name) {
        return trinoLocation + name.value();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return trinoUser + " in " + schema();
    }
}
