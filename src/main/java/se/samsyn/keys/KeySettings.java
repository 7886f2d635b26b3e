package se.samsyn.keys;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are.
 *
 * @param data the data folder ({@code SAMSYN_DATA})
 * @param keys the key folder ({@code SAMSYN_KEYS}); without one, a folder beside the data folder, named as it with {@code -keys} after
 * @param keyPause how long a turned ring waits for pages that have read a text but not yet opened it
 */
@ConfigurationProperties("samsyn")
record KeySettings(
        @DefaultValue("./samsyn-data") Path data,
        @Nullable Path keys,
        @DefaultValue("PT3S") Duration keyPause) {

    Path folder() {
        Path beside = data.toAbsolutePath().normalize();
        return keys == null || keys.toString().isBlank()
                ? beside.resolveSibling(beside.getFileName() + "-keys")
                : keys.toAbsolutePath().normalize();
    }
}
