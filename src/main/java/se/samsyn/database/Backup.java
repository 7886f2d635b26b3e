package se.samsyn.database;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import se.samsyn.keys.SealedFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies all tables to one sealed file as they are at one moment, while Samsyn goes on working: a zip with a file per table and a manifest last.
 * Read by a role of its own, which sees all rows and can write none.
 */
@Component
class Backup {

    static final String MANIFEST = "manifest.json";

    private final DatabaseHome home;
    private final SealedFiles seals;
    private final JsonMapper json;
    private final Clock clock;

    Backup(DatabaseHome home, SealedFiles seals, JsonMapper json, Clock clock) {
        this.home = home;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the file whole or not at all; it is readable by its owner alone. */
    BackupManifest write(Path file, Consumer<BackupManifest.Part> progress) throws IOException, SQLException {
        try (Connection connection = home.address().connect(home.address().backup())) {
            return new BackupFile(file, BackupFile.TABLES, seals).writeZip(zip -> copy(connection, zip, progress));
        }
    }

    private BackupManifest copy(Connection connection, ZipOutputStream zip, Consumer<BackupManifest.Part> progress)
            throws SQLException, IOException {
        freeze(connection);
        Catalog catalog = new Catalog(connection);
        List<BackupManifest.Part> parts = new ArrayList<>();
        for (StoredTable table : catalog.tables()) {
            zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".copy"));
            StoredTable.Contents contents = table.writeTo(open(zip), connection);
            zip.closeEntry();
            BackupManifest.Part part =
                    new BackupManifest.Part(table.name(), table.columns(), contents.rows(), contents.sha256());
            parts.add(part);
            progress.accept(part);
        }
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT, clock.instant(), catalog.versions(), parts, catalog.sequences());
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    /** One moment for all tables, and an error rather than fewer rows should row-level security apply after all. */
    private static void freeze(Connection connection) throws SQLException {
        Catalog.settle(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set row_security = off");
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }

    /** The zip as a stream that stays open when a table is done. */
    static OutputStream open(ZipOutputStream zip) {
        return new FilterOutputStream(zip) {

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
