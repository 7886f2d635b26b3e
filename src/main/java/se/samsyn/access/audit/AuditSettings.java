package se.samsyn.access.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the head of the chain is kept outside the database.
 *
 * @param data the data folder ({@code SAMSYN_DATA})
 * @param audit the folder ({@code SAMSYN_AUDIT}); without one, {@code audit} in the data folder
 */
@ConfigurationProperties("samsyn")
record AuditSettings(
        @DefaultValue("./samsyn-data") Path data, @Nullable Path audit) {

    Path folder() {
        return audit == null || audit.toString().isBlank()
                ? data.resolve("audit").toAbsolutePath().normalize()
                : audit.toAbsolutePath().normalize();
    }
}
