package se.samsyn.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import se.samsyn.keys.SealedFiles;
import tools.jackson.databind.json.JsonMapper;

/** Copies the files of the program's own database to one sealed file, while Samsyn goes on working. */
/*
 * How: the programs we bring along have no pg_basebackup, so its work is done here through SQL [1]. A temporary replication slot keeps the log from
 * being recycled; between pg_backup_start and pg_backup_stop the files are read as they are, torn pages and all, for the log mends them; then the log
 * that was written meanwhile is added. The copy can so be restored by itself, to the moment it ended, or further with later pieces of the log.
 * [1] PostgreSQL 18 documentation, 25.3.4: Making a Base Backup Using the Low Level API, and what 25.3.4.2 says can be left out.
 */
@Component
class BaseCopy {

    private static final Set<String> LEFT_OUT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "postmaster.pid",
            "postmaster.opts",
            "current_logfiles",
            "postgresql.auto.conf");

    private final DatabaseHome home;
    private final SealedFiles seals;
    private final JsonMapper json;
    private final Clock clock;

    BaseCopy(DatabaseHome home, SealedFiles seals, JsonMapper json, Clock clock) {
        this.home = home;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    /** Writes a copy to the folder, whole or not at all, reads it back from end to end, and gives what it says of itself. */
    BackupFolder.Base write(BackupFolder folder) throws IOException, SQLException {
        EmbeddedServer server = home.server()
                .orElseThrow(
                        () -> new RestoreRefused(
                                "Databasen är inte Samsyns egen, så dess filer kan inte kopieras härifrån. Använd"
                                        + " pgBackRest eller pg_basebackup; ./samsyn backup FIL går däremot bra. Se docs/drift.md."));
        Path draft = Files.createTempFile(
                folder.present().root(), BackupFolder.DRAFT, ".part", DataFolder.onlyOwner("rw-------"));
        try (Connection connection = server.connect("samsyn")) {
            folder.claim(system(connection));
            BaseManifest manifest = new BackupFile(draft, BackupFile.BASE, seals)
                    .writeZip(zip -> copy(connection, server.cluster(), zip));
            new BaseCheck(new BackupFile(draft, BackupFile.BASE, seals), json).verified();
            Path file = folder.base(manifest.ended(), manifest.first());
            Files.move(draft, file);
            return new BackupFolder.Base(file, manifest.ended(), manifest.first());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private BaseManifest copy(Connection connection, Path cluster, ZipOutputStream zip)
            throws SQLException, IOException {
        List<BaseManifest.Part> parts = new ArrayList<>();
        Map<String, String> versions = versions(connection);
        text(
                connection,
                "select pg_create_physical_replication_slot('samsyn_base_' || pg_backend_pid(), true, true)::text");
        text(connection, "select pg_backup_start('samsyn', true)::text");
        addFiles(cluster, zip, parts);
        Stop stop = stop(connection);
        Instant ended = wholeSecond(clock.instant());
        add("backup_label", new ByteArrayInputStream(stop.label().getBytes(StandardCharsets.UTF_8)), zip, parts);
        addLog(cluster.resolve("pg_wal"), stop, zip, parts);
        BaseManifest manifest = new BaseManifest(
                BaseManifest.FORMAT,
                ended,
                connection.getMetaData().getDatabaseMajorVersion(),
                system(connection),
                stop.first(),
                stop.last(),
                versions,
                parts);
        zip.putNextEntry(new ZipEntry(BaseManifest.NAME));
        zip.write(json.writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    /** The file's name tells whole seconds: a moment before the copy was whole must never seem to be after. */
    private static Instant wholeSecond(Instant moment) {
        Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(moment) ? moment : second.plusSeconds(1);
    }

    private static Map<String, String> versions(Connection connection) throws SQLException {
        return new Catalog(connection).versions();
    }

    private static void addFiles(Path cluster, ZipOutputStream zip, List<BaseManifest.Part> parts) throws IOException {
        try (Stream<Path> files = Files.walk(cluster)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String path = cluster.relativize(file).toString().replace('\\', '/');
                if (Files.isDirectory(file)) {
                    if (!path.isEmpty() && (isCopied(path) || path.indexOf('/') < 0 || path.startsWith("pg_wal/"))) {
                        zip.putNextEntry(new ZipEntry(path + "/"));
                        zip.closeEntry();
                    }
                } else if (Files.isSymbolicLink(file)) {
                    throw new IOException("A file of the database lies elsewhere: " + path);
                } else if (isCopied(path)) {
                    addIfThere(path, file, zip, parts);
                }
            }
        } catch (java.io.UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static boolean isCopied(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !LEFT_OUT.contains(path.split("/", 2)[0])
                && !name.startsWith("pgsql_tmp")
                && !name.startsWith("pg_internal.init");
    }

    /** A table may be dropped meanwhile; the log says so too. */
    private static void addIfThere(String path, Path file, ZipOutputStream zip, List<BaseManifest.Part> parts)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            add(path, in, zip, parts);
        } catch (NoSuchFileException dropped) {
            // the log drops it anew
        }
    }

    private static void addLog(Path log, Stop stop, ZipOutputStream zip, List<BaseManifest.Part> parts)
            throws IOException {
        List<String> needed;
        try (Stream<Path> files = Files.list(log)) {
            needed = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 24 || name.endsWith(".history"))
                    .filter(name -> name.endsWith(".history")
                            || (name.compareTo(stop.first()) >= 0 && name.compareTo(stop.last()) <= 0))
                    .sorted()
                    .toList();
        }
        if (!needed.contains(stop.first()) || !needed.contains(stop.last())) {
            throw new IOException("The database's log from the time of the copy is not there: " + stop.first());
        }
        for (String name : needed) {
            try (InputStream in = Files.newInputStream(log.resolve(name))) {
                add("pg_wal/" + name, in, zip, parts);
            }
        }
    }

    private static void add(String path, InputStream in, ZipOutputStream zip, List<BaseManifest.Part> parts)
            throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        DigestOutputStream digested = new DigestOutputStream(Backup.open(zip), StoredTable.sha256());
        long size = in.transferTo((OutputStream) digested);
        zip.closeEntry();
        parts.add(new BaseManifest.Part(
                path, size, HexFormat.of().formatHex(digested.getMessageDigest().digest())));
    }

    private record Stop(String label, String first, String last) {}

    /** Ends the copy; the pieces of the log are those between where it began and where it ended. */
    private static Stop stop(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)");
                ResultSet row = statement.executeQuery()) {
            row.next();
            String label = row.getString(1);
            int at = label.indexOf("(file ") + "(file ".length();
            return new Stop(label, label.substring(at, at + 24), row.getString(2));
        }
    }

    private static String system(Connection connection) throws SQLException {
        return text(connection, "select system_identifier::text from pg_control_system()");
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
