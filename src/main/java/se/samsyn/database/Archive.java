package se.samsyn.database;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import se.samsyn.keys.KeyFault;
import se.samsyn.keys.SealedFiles;

/**
 * Moves finished pieces of the database's log from the spool to the backup folder, sealed, so that at most a minute of work is on one disk alone. A
 * folder that is full or away stops nothing: pieces wait in the spool, and it is said.
 */
@Component
class Archive {

    /** With the looks at the spool in between, within a minute. */
    private static final String OFTEN = "45s";

    private final DatabaseHome home;
    private final BackupSettings settings;
    private final SealedFiles seals;
    private final Clock clock;
    private final BackupFaults faults = new BackupFaults();
    private volatile Optional<Instant> moved = Optional.empty();
    private boolean prepared;
    private String system = "";

    Archive(DatabaseHome home, BackupSettings settings, SealedFiles seals, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.seals = seals;
        this.clock = clock;
    }

    /** Looks at the spool; what cannot be moved is tried again at the next look. */
    synchronized void look() {
        Optional<EmbeddedServer> server = home.server();
        if (server.isEmpty()) {
            return;
        }
        try {
            prepare(server.get());
            if (settings.folder().isPresent()) {
                BackupFolder folder = settings.folder().get().present();
                folder.claim(system);
                move(folder, server.get().folder());
                faults.none(clock.instant());
            }
        } catch (IOException | SQLException | KeyFault failure) {
            faults.add(failure, clock.instant());
        }
    }

    /** Without a backup folder there is no spool, and nothing is put aside. */
    private void prepare(EmbeddedServer server) throws IOException, SQLException {
        if (prepared) {
            return;
        }
        Path spool = server.folder().spool();
        boolean named = settings.folder().isPresent();
        if (!named) {
            forget(server.folder());
        } else if (!Files.isDirectory(spool)) {
            Files.createDirectory(spool, DataFolder.onlyOwner("rwx------"));
        }
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    named
                            ? "alter system set archive_timeout = '" + OFTEN + "'"
                            : "alter system reset archive_timeout");
            statement.execute("select pg_reload_conf()");
            system = one(statement, "select system_identifier::text from pg_control_system()");
        }
        prepared = true;
    }

    /** Should a folder be named anew, what was not put aside meanwhile is missing. */
    private static void forget(DataFolder data) throws IOException {
        if (Files.isDirectory(data.spool())) {
            if (!Files.exists(data.gap())) {
                Files.createFile(data.gap());
            }
            FileSystemUtils.deleteRecursively(data.spool());
        }
    }

    private void move(BackupFolder folder, DataFolder data) throws IOException, SQLException {
        folder.log();
        for (Path piece : waiting(data)) {
            String name = piece.getFileName().toString();
            BackupFile kept = file(folder, name, seals);
            if (Files.exists(kept.path())) {
                requireSame(piece, kept);
            } else {
                FileTime finished = Files.getLastModifiedTime(piece);
                kept.write(out -> {
                    try (OutputStream packed = new GZIPOutputStream(out)) {
                        return Files.copy(piece, packed);
                    }
                });
                Files.setLastModifiedTime(kept.path(), finished);
            }
            Files.delete(piece);
            moved = Optional.of(clock.instant());
        }
    }

    /** A piece of the log in the backup folder, in a context that keeps it from being taken for another. */
    static BackupFile file(BackupFolder folder, String name, SealedFiles seals) {
        return new BackupFile(folder.piece(name), "backup:log:" + name, seals);
    }

    /** A piece may have been moved just before the program was killed; another database's may have the same name. */
    private static void requireSame(Path piece, BackupFile kept) throws IOException {
        try (InputStream mine = Files.newInputStream(piece);
                InputStream theirs = new GZIPInputStream(kept.open())) {
            if (!BackupCheck.digest(mine).equals(BackupCheck.digest(theirs))) {
                throw new BackupFaults.OthersFolder();
            }
        }
    }

    private static List<Path> waiting(DataFolder data) throws IOException {
        if (!Files.isDirectory(data.spool())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data.spool())) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Whether pieces of the log were left out, so that a new copy of the files must be made before the log is of use again. */
    boolean hasGap() {
        return home.server()
                .filter(server -> Files.exists(server.folder().gap()))
                .isPresent();
    }

    /** A new copy has been begun at that moment: what was left out before then is not needed any more. */
    void closeGap(Instant begun) throws IOException {
        if (hasGap()) {
            Path gap = home.server().orElseThrow().folder().gap();
            if (Files.getLastModifiedTime(gap).toInstant().isBefore(begun)) {
                Files.deleteIfExists(gap);
            }
        }
    }

    /** How it goes. */
    BackupState state() {
        Optional<BackupFolder> folder = settings.folder();
        if (folder.isEmpty()) {
            return BackupState.NONE;
        }
        try {
            int waiting = home.server().isPresent()
                    ? waiting(home.server().get().folder()).size()
                    : 0;
            Optional<String> fault = hasGap() ? Optional.of(BackupFaults.GAP) : faults.current();
            return new BackupState(true, folder.get().present().newest(), moved, waiting, fault);
        } catch (IOException failure) {
            return new BackupState(true, Optional.empty(), moved, 0, Optional.of(BackupFaults.sentence(failure)));
        }
    }

    BackupFaults faults() {
        return faults;
    }

    /** What was done last is not left to the next start: the piece under way is finished and moved. */
    @PreDestroy
    synchronized void leave() {
        if (settings.folder().isEmpty() || home.server().isEmpty() || !prepared) {
            return;
        }
        try (Connection connection = home.server().get().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(5);
            String last = one(statement, "select pg_walfile_name(pg_switch_wal() - 1)");
            for (int look = 0; look < 20 && putAside(statement).compareTo(last) < 0; look++) {
                Thread.sleep(100);
            }
        } catch (SQLException failure) {
            faults.add(failure, clock.instant());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        look();
    }

    private static String putAside(Statement statement) throws SQLException {
        return one(statement, "select coalesce(max(last_archived_wal), '') from pg_stat_archiver");
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
