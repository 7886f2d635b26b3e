package se.samsyn.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import se.samsyn.keys.SealedFiles;
import tools.jackson.databind.json.JsonMapper;

/** Restores a backup for real, in a database of its own inside the data folder that is thrown away, to show that it can be done. */
@Component
class Rehearsal {

    private static final String NAME = "rehearsal-";

    private final DatabaseSettings settings;
    private final SealedFiles seals;
    private final JsonMapper json;
    private final PointInTime pointInTime;

    Rehearsal(DatabaseSettings settings, SealedFiles seals, JsonMapper json, PointInTime pointInTime) {
        this.settings = settings;
        this.seals = seals;
        this.json = json;
        this.pointInTime = pointInTime;
    }

    /** What came of a copy of the database's files. */
    record Seen(PointInTime.Restored restored, Map<String, Long> rows) {}

    /** Restores a copy of all tables; every table is compared with what was copied. */
    BackupManifest of(Path file, Consumer<BackupManifest.Part> progress) throws IOException, SQLException {
        new BackupCheck(new BackupFile(file, BackupFile.TABLES, seals), json).verified();
        return thrownAway(data -> {
            try (EmbeddedServer server = EmbeddedServer.join(data, Durability.FORGETFUL)) {
                DatabaseAddress address = new DatabaseRoles(server, data).prepare("samsyn");
                return new Restore(
                                new DatabaseHome(address, Optional.empty()),
                                seals,
                                json,
                                flyway(address),
                                new UnfinishedRestore(data))
                        .read(file, Restore.Existing.REFUSE, progress);
            }
        });
    }

    /** Restores copies of the database's files and its log to a moment; every table and index is looked through. */
    Seen of(BackupFolder folder, Optional<Instant> at) throws IOException, SQLException {
        return thrownAway(data -> {
            PointInTime.Restored restored = pointInTime.restore(folder, at, data, Restore.Existing.REFUSE);
            try (EmbeddedServer server = EmbeddedServer.join(data, Durability.FORGETFUL)) {
                DatabaseAddress address = new DatabaseRoles(server, data).prepare("samsyn");
                Map<String, Long> rows = new Examination(server).rows();
                new ModuleMigrations().migrate(flyway(address));
                return new Seen(restored, rows);
            }
        });
    }

    private interface Work<R> {
        R in(DataFolder data) throws IOException, SQLException;
    }

    private <R> R thrownAway(Work<R> work) throws IOException, SQLException {
        Path root = settings.data().toAbsolutePath().normalize();
        Files.createDirectories(root);
        sweep(root);
        Path own = Files.createTempDirectory(root, NAME, DataFolder.onlyOwner("rwx------"));
        try {
            return work.in(new DataFolder(own));
        } finally {
            FileSystemUtils.deleteRecursively(own);
        }
    }

    /** Removes what a rehearsal that was killed has left. */
    private static void sweep(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            for (Path left : files.filter(file -> file.getFileName().toString().startsWith(NAME))
                    .toList()) {
                if (RunningServer.in(new DataFolder(left).cluster()).isEmpty()) {
                    FileSystemUtils.deleteRecursively(left);
                }
            }
        }
    }

    private static Flyway flyway(DatabaseAddress address) {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(
                        address.url(),
                        address.migration().user(),
                        address.migration().password());
        new DatabaseConfiguration().migrateAsOwner().customize(flyway);
        return flyway.load();
    }
}
