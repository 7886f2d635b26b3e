package se.samsyn.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;
import se.samsyn.keys.SealedFiles;
import tools.jackson.databind.json.JsonMapper;

/** Puts a backup back in an empty database, whole or not at all, and makes sure that what is there is what was copied. */
/*
 * How: the file is read whole, and its seal and checksums are verified, before anything is touched. The tables are made by migrating to the versions of the
 * backup; rows are loaded by the owner in one transaction, which lifts row-level security from its own tables until it commits.
 * Inside that transaction every table is read back, in order, and its checksum compared with the manifest. Then the modules are
 * migrated on to the versions of this program.
 */
@Component
class Restore {

    private final DatabaseHome home;
    private final SealedFiles seals;
    private final JsonMapper json;
    private final Flyway flyway;
    private final UnfinishedRestore unfinished;

    Restore(DatabaseHome home, SealedFiles seals, JsonMapper json, Flyway flyway, UnfinishedRestore unfinished) {
        this.home = home;
        this.seals = seals;
        this.json = json;
        this.flyway = flyway;
        this.unfinished = unfinished;
    }

    /** What to do with data that is already there. */
    enum Existing {
        REFUSE,
        ERASE
    }

    /**
     * Restores the file and reports each table once it has been compared. Whoever asked ends what is unfinished, once the after-work is done.
     *
     * @throws RestoreRefused if the file is damaged or newer than this program, or the database in use or not empty
     */
    BackupManifest read(Path file, Existing existing, Consumer<BackupManifest.Part> progress)
            throws IOException, SQLException {
        BackupFile backup = new BackupFile(file, BackupFile.TABLES, seals);
        try (Connection owner = home.address().connect(home.address().migration())) {
            BackupManifest manifest = new BackupCheck(backup, json).verified();
            requireKnown(manifest.versions());
            makeRoom(owner, existing);
            unfinished.begin();
            ModuleMigrations.migrateTo(flyway, manifest.versions());
            loadOrErase(owner, backup, manifest, progress);
            new ModuleMigrations().migrate(flyway);
            return manifest;
        }
    }

    /** A newer program's migrations are not here to be run. */
    static void requireKnown(Map<String, String> versions) {
        ModuleMigrations.unknown(versions).ifPresent(newer -> {
            throw new RestoreRefused(
                    "Säkerhetskopian är gjord med en nyare version av Samsyn (" + newer + "). Uppgradera först.");
        });
    }

    private void makeRoom(Connection owner, Existing existing) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("set role " + DatabaseAddress.OWNER);
        }
        if (inUse(owner)) {
            throw new RestoreRefused("Samsyn är igång på den här datamappen. Stoppa det först.");
        }
        if (new Catalog(owner).versions().isEmpty()) {
            return;
        }
        if (existing == Existing.REFUSE) {
            throw new RestoreRefused(
                    "Datamappen är inte tom. Återställ till en tom mapp (--data NY_MAPP), eller lägg till"
                            + " --force för att först radera allt som finns i den.");
        }
        erase(owner);
    }

    private boolean inUse(Connection owner) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("select exists (select from pg_stat_activity"
                + " where datname = current_database() and usename = ? and application_name <> ?)")) {
            statement.setString(1, home.address().application().user());
            statement.setString(2, DatabaseAddress.sessionName());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void erase(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("""
                    do $$
                    declare
                        drops text[] := array(
                            select format('drop table if exists %s cascade', oid::regclass) from pg_class
                             where relnamespace = 'samsyn'::regnamespace and relkind in ('r', 'p')
                            union all
                            select format('drop view if exists %s cascade', oid::regclass) from pg_class
                             where relnamespace = 'samsyn'::regnamespace and relkind = 'v'
                            union all
                            select format('drop sequence if exists %s cascade', oid::regclass) from pg_class
                             where relnamespace = 'samsyn'::regnamespace and relkind = 'S'
                            union all
                            select format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc
                             where pronamespace = 'samsyn'::regnamespace
                            union all
                            select format('drop type if exists %s cascade', oid::regtype) from pg_type
                             where typnamespace = 'samsyn'::regnamespace and typtype in ('e', 'd'));
                        one text;
                    begin
                        foreach one in array drops loop
                            execute one;
                        end loop;
                    end
                    $$""");
        }
    }

    /** What fails leaves an empty database, ready for another attempt. */
    private static void loadOrErase(
            Connection owner, BackupFile backup, BackupManifest manifest, Consumer<BackupManifest.Part> progress)
            throws SQLException, IOException {
        boolean loaded = false;
        try {
            load(owner, backup, manifest, progress);
            loaded = true;
        } finally {
            if (!loaded) {
                owner.rollback();
            }
            owner.setAutoCommit(true);
            if (!loaded) {
                erase(owner);
            }
        }
    }

    private static void load(
            Connection owner, BackupFile backup, BackupManifest manifest, Consumer<BackupManifest.Part> progress)
            throws SQLException, IOException {
        Catalog.settle(owner);
        owner.setAutoCommit(false);
        Map<String, StoredTable> tables =
                new Catalog(owner).tables().stream().collect(Collectors.toMap(StoredTable::name, Function.identity()));
        requireSame(tables, manifest);
        RowGuard guard = RowGuard.lift(owner, tables.values());
        empty(owner, tables);
        fill(owner, tables, backup, manifest);
        for (BackupManifest.Part part : manifest.tables()) {
            compare(table(tables, part), part, owner);
            progress.accept(part);
        }
        advance(owner, manifest.sequences());
        guard.restore(owner);
        owner.commit();
    }

    /** The tables lie in the file in the order of the manifest, each after those it refers to. */
    private static void fill(
            Connection owner, Map<String, StoredTable> tables, BackupFile backup, BackupManifest manifest)
            throws SQLException, IOException {
        try (ZipInputStream zip = backup.openZip()) {
            for (BackupManifest.Part part : manifest.tables()) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null || !entry.getName().equals(part.entry())) {
                    throw new RestoreRefused("Säkerhetskopian har ändrats medan den lästes");
                }
                table(tables, part).readFrom(zip, owner);
            }
        }
    }

    private static StoredTable table(Map<String, StoredTable> tables, BackupManifest.Part part) {
        StoredTable table = tables.get(part.name());
        if (table == null) {
            throw new RestoreRefused("Säkerhetskopian har en tabell som den här versionen inte känner: " + part.name());
        }
        return table;
    }

    private static void requireSame(Map<String, StoredTable> tables, BackupManifest manifest) {
        for (BackupManifest.Part part : manifest.tables()) {
            if (!List.copyOf(table(tables, part).columns()).equals(part.columns())) {
                throw new RestoreRefused("Säkerhetskopians kolumner stämmer inte med tabellen " + part.name());
            }
        }
    }

    private static void empty(Connection owner, Map<String, StoredTable> tables) throws SQLException {
        String all = tables.values().stream().map(StoredTable::qualified).collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("truncate " + all);
            }
        }
    }

    private static void compare(StoredTable table, BackupManifest.Part part, Connection owner)
            throws SQLException, IOException {
        StoredTable.Contents restored = table.writeTo(OutputStream.nullOutputStream(), owner);
        if (restored.rows() != part.rows() || !restored.sha256().equals(part.sha256())) {
            throw new RestoreRefused("Det återställda är inte lika med säkerhetskopian i tabellen " + part.name()
                    + ": inget har sparats");
        }
    }

    private static void advance(Connection owner, Map<String, Long> sequences) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement("select setval(format('samsyn.%I', ?::text)::regclass, ?)")) {
            for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
                statement.setString(1, sequence.getKey());
                statement.setLong(2, sequence.getValue());
                statement.execute();
            }
        }
    }
}
