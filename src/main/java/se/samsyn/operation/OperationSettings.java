package se.samsyn.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator wants watched.
 *
 * @param data the data folder ({@code SAMSYN_DATA})
 * @param watch the limits
 */
@ConfigurationProperties("samsyn")
record OperationSettings(
        @DefaultValue("./samsyn-data") Path data,
        @DefaultValue Watch watch) {

    /**
     * Limits.
     *
     * @param room least free disk, in MB ({@code SAMSYN_WATCH_ROOM})
     * @param backup the oldest the last backup may be ({@code SAMSYN_WATCH_BACKUP})
     */
    record Watch(
            @DefaultValue("1024") long room,
            @DefaultValue("26h") Duration backup) {}

    long room() {
        return watch.room();
    }

    Duration backup() {
        return watch.backup();
    }

    /** The data folder, or the nearest folder above it that is there. */
    Path existing() {
        Path folder = data.toAbsolutePath().normalize();
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
