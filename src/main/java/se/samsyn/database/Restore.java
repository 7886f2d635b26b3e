package se.samsyn.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts a backup back in an empty database, whole or not at all, and makes sure that what is there is what was copied. */
/*
 * How: the file's own checksums are verified before anything is touched. The tables are made by migrating to the versions of the
 * backup; rows are loaded by the owner in one transaction, which lifts row-level security from its own tables until it commits.
 * Inside that transaction every table is read back, in order, and its checksum compared with the manifest. Then the modules are
 * migrated on to the versions of this program.
 */
@Component
class Restore {

    private final DatabaseHome home;
    private final JsonMapper json;
    private final Flyway flyway;

    Restore(DatabaseHome home, JsonMapper json, Flyway flyway) {
        this.home = home;
        this.json = json;
        this.flyway = flyway;
    }

    /** What to do with data that is already there. */
    enum Existing {
        REFUSE,
        ERASE
    }

    /**
     * Restores the file and reports each table once it has been compared.
     *
     * @throws RestoreRefused if the file is damaged or newer than this program, or the database in use or not empty
     */
    BackupManifest read(Path file, Existing existing, Consumer<BackupManifest.Part> progress)
            throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection owner = home.address().connect(home.address().migration())) {
            BackupManifest manifest = verified(zip);
            requireKnown(manifest);
            makeRoom(owner, existing);
            ModuleMigrations.migrateTo(flyway, manifest.versions());
            loadOrErase(owner, zip, manifest, progress);
            new ModuleMigrations().migrate(flyway);
            return manifest;
        } catch (ZipException damaged) {
            throw new RestoreRefused("Filen är ingen säkerhetskopia, eller är skadad: " + file, damaged);
        }
    }

    private BackupManifest verified(ZipFile zip) throws IOException {
        BackupManifest manifest = manifest(zip);
        if (manifest.format() != BackupManifest.FORMAT) {
            throw new RestoreRefused("Säkerhetskopian har ett format som den här versionen av Samsyn inte läser");
        }
        for (BackupManifest.Part part : manifest.tables()) {
            try (DigestInputStream in = new DigestInputStream(entry(zip, part.entry()), StoredTable.sha256())) {
                in.transferTo(OutputStream.nullOutputStream());
                if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(part.sha256())) {
                    throw new RestoreRefused("Säkerhetskopian är skadad: " + part.name() + " har fel kontrollsumma");
                }
            }
        }
        return manifest;
    }

    /** A newer program's migrations are not here to be run. */
    private static void requireKnown(BackupManifest manifest) {
        Map<String, String> known = ModuleMigrations.newest();
        manifest.versions().forEach((module, version) -> {
            String newest = known.get(module);
            if (newest == null
                    || MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(newest)) > 0) {
                throw new RestoreRefused("Säkerhetskopian är gjord med en nyare version av Samsyn (" + module + " "
                        + version + "). Uppgradera först.");
            }
        });
    }

    private BackupManifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = entry(zip, Backup.MANIFEST)) {
            return json.readValue(in, BackupManifest.class);
        } catch (JacksonException damaged) {
            throw new RestoreRefused("Säkerhetskopians förteckning går inte att läsa", damaged);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new RestoreRefused("Filen är ingen säkerhetskopia, eller är skadad: " + name + " saknas");
        }
        return zip.getInputStream(entry);
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
            Connection owner, ZipFile zip, BackupManifest manifest, Consumer<BackupManifest.Part> progress)
            throws SQLException, IOException {
        boolean loaded = false;
        try {
            load(owner, zip, manifest, progress);
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
            Connection owner, ZipFile zip, BackupManifest manifest, Consumer<BackupManifest.Part> progress)
            throws SQLException, IOException {
        Catalog.settle(owner);
        owner.setAutoCommit(false);
        Map<String, StoredTable> tables =
                new Catalog(owner).tables().stream().collect(Collectors.toMap(StoredTable::name, Function.identity()));
        requireSame(tables, manifest);
        RowGuard guard = RowGuard.lift(owner, tables.values());
        empty(owner, tables);
        for (BackupManifest.Part part : manifest.tables()) {
            try (InputStream in = entry(zip, part.entry())) {
                table(tables, part).readFrom(in, owner);
            }
        }
        for (BackupManifest.Part part : manifest.tables()) {
            compare(table(tables, part), part, owner);
            progress.accept(part);
        }
        advance(owner, manifest.sequences());
        guard.restore(owner);
        owner.commit();
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
