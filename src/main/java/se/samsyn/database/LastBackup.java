package se.samsyn.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When the last backup was made: the file {@code last-backup} in the data folder, written by each backup that succeeded. */
@Component
public class LastBackup {

    private final Path file;
    private final Clock clock;

    LastBackup(DatabaseSettings settings, Clock clock) {
        this.file = settings.data().toAbsolutePath().resolve("last-backup");
        this.clock = clock;
    }

    /** When, if ever; also nothing where the file is not as it was written. */
    public Optional<Instant> at() {
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (IOException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** A backup has been made, now. */
    void note() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, clock.instant() + "\n");
    }
}
