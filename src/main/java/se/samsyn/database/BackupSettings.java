package se.samsyn.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the program backs up by itself, and for how long.
 *
 * @param backup the backup folder ({@code SAMSYN_BACKUP}); without one, nothing is backed up unasked
 * @param backupDays after how many days a backup is removed ({@code SAMSYN_BACKUP_DAYS}), so that none outlives an erasure for long
 */
@ConfigurationProperties("samsyn")
record BackupSettings(
        @Nullable Path backup, @DefaultValue("35") int backupDays) {

    BackupSettings {
        if (backupDays < 1) {
            throw new IllegalArgumentException("SAMSYN_BACKUP_DAYS is at least 1");
        }
    }

    Optional<BackupFolder> folder() {
        return backup == null || backup.toString().isBlank()
                ? Optional.empty()
                : Optional.of(new BackupFolder(backup.toAbsolutePath().normalize()));
    }

    Duration kept() {
        return Duration.ofDays(backupDays);
    }
}
