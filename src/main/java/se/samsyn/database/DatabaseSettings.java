package se.samsyn.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operator wants the data: properties {@code samsyn.*}, or environment variables {@code SAMSYN_*}.
 *
 * @param data the data folder ({@code SAMSYN_DATA})
 * @param database an external database; without an address the embedded one is used
 */
@ConfigurationProperties("samsyn")
record DatabaseSettings(
        @DefaultValue("./samsyn-data") Path data,
        @DefaultValue External database) {

    /**
     * An external database ({@code SAMSYN_DATABASE_URL}, {@code _USER}, {@code _PASSWORD}, {@code _MIGRATION_USER}, ...).
     */
    record External(
            @Nullable String url,
            @DefaultValue("samsyn_application") String user,
            @DefaultValue("") String password,
            @DefaultValue Role migration,
            @DefaultValue Role backup) {}

    /** The name and password of one more role. */
    record Role(@Nullable String user, @DefaultValue("") String password) {

        Login or(String name) {
            return new Login(user == null || user.isBlank() ? name : user, password);
        }
    }

    boolean isEmbedded() {
        return database.url() == null || database.url().isBlank();
    }
}
