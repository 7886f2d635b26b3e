package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsyn.kernel.UnitId;
import se.samsyn.keys.KeyFault;
import se.samsyn.keys.SealedFiles;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BackupIT {

    private static final UnitId UNIT = new UnitId(UUID.fromString("00000000-0000-0000-0000-00000000ba00"));

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private Backup backup;

    @Autowired
    private JsonMapper json;

    @Autowired
    private SealedFiles seals;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void awkwardRows() {
        RowScope.working(Set.of(UNIT), "test", () -> {
            sql.sql("delete from database_example").update();
            for (String answer : new String[] {"Å, Ä; \"Ö\"", "rad\nbrytning\toch \\ streck", "", "\\N", "😀"}) {
                sql.sql("insert into database_example (unit_id, municipality, answer) values (:unit, '2080', :answer)")
                        .param("unit", UNIT.value())
                        .param("answer", answer)
                        .update();
            }
            return sql.sql("insert into database_example (unit_id, municipality) values (:unit, '2080')")
                    .param("unit", UNIT.value())
                    .update();
        });
    }

    @AfterEach
    void noRowsForOtherTests() {
        RowScope.working(
                Set.of(UNIT),
                "test",
                () -> sql.sql("delete from database_example").update());
    }

    @Test
    void givesBackExactlyWhatWasThere() throws Exception {
        Path file = folder.resolve("copy.zip");
        BackupManifest made = backup.write(file, part -> {});
        assertThat(part(made).rows()).isEqualTo(6);

        DatabaseAddress empty = TestDatabase.another();
        restore(empty).read(file, Restore.Existing.REFUSE, part -> {});

        BackupManifest again = copyOf(empty, folder.resolve("again.zip"));
        assertThat(again.tables()).isEqualTo(made.tables());
        assertThat(again.sequences()).isEqualTo(made.sequences());
        assertThat(again.versions()).isEqualTo(made.versions());
        assertThat(isForced(empty)).isTrue();
    }

    @Test
    void letsNobodyStartUntilTheAfterWorkIsDone() throws Exception {
        Path file = folder.resolve("copy.zip");
        backup.write(file, part -> {});
        DatabaseAddress empty = TestDatabase.another();
        restore(empty).read(file, Restore.Existing.REFUSE, part -> {});

        UnfinishedRestore later = new UnfinishedRestore(new DataFolder(folder));
        assertThatThrownBy(later::requireNone)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("avbröts");
        later.restoring();
        assertThatCode(later::requireNone).doesNotThrowAnyException();
        later.end();
        assertThatCode(new UnfinishedRestore(new DataFolder(folder))::requireNone)
                .doesNotThrowAnyException();
    }

    @Test
    void refusesADatabaseThatIsNotEmptyUnlessToldToErase() throws Exception {
        Path file = folder.resolve("copy.zip");
        backup.write(file, part -> {});
        DatabaseAddress used = TestDatabase.another();
        restore(used).read(file, Restore.Existing.REFUSE, part -> {});

        assertThatThrownBy(() -> restore(used).read(file, Restore.Existing.REFUSE, part -> {}))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("--force");
        restore(used).read(file, Restore.Existing.ERASE, part -> {});
        assertThat(part(copyOf(used, folder.resolve("again.zip"))).rows()).isEqualTo(6);
    }

    @Test
    void refusesAFileThatIsNotSealedHoweverRightItIs() throws Exception {
        Path file = folder.resolve("copy.samsyn");
        backup.write(file, part -> {});
        Path plain = folder.resolve("plain.zip");
        unseal(file, plain);
        DatabaseAddress empty = TestDatabase.another();

        assertThatThrownBy(() -> restore(empty).read(plain, Restore.Existing.REFUSE, part -> {}))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("inte krypterad");
        restore(empty).read(file, Restore.Existing.REFUSE, part -> {});
        assertThat(part(copyOf(empty, folder.resolve("again.zip"))).rows()).isEqualTo(6);
    }

    @Test
    void sealsTheFileAndRefusesOneWithAByteChangedOrCutOffBeforeTouchingAnything() throws Exception {
        Path file = folder.resolve("copy.samsyn");
        backup.write(file, part -> {});
        byte[] sealed = Files.readAllBytes(file);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .startsWith("samsyn sealed 1\n")
                .doesNotContain("database_example", "manifest");
        DatabaseAddress empty = TestDatabase.another();
        for (int at : new int[] {21, 40, 90, sealed.length / 2, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            refuses(Files.write(folder.resolve("changed"), changed), empty);
        }
        refuses(Files.write(folder.resolve("cut"), Arrays.copyOf(sealed, sealed.length - 100)), empty);
        refuses(Files.write(folder.resolve("cut"), Arrays.copyOf(sealed, 60)), empty);
        restore(empty).read(file, Restore.Existing.REFUSE, part -> {});
    }

    private void refuses(Path file, DatabaseAddress empty) {
        assertThatThrownBy(() -> restore(empty).read(file, Restore.Existing.REFUSE, part -> {}))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("skadad");
    }

    @Test
    void tellsAKeyThatIsAnothersFromADamagedFile() throws Exception {
        Path file = folder.resolve("copy.samsyn");
        backup.write(file, part -> {});
        byte[] sealed = Files.readAllBytes(file);
        sealed["samsyn sealed 1\n".length()] ^= 1;
        Files.write(file, sealed);
        assertThatThrownBy(() -> restore(TestDatabase.another()).read(file, Restore.Existing.REFUSE, part -> {}))
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.FOREIGN));
    }

    @Test
    void opensInItsOwnContextOnly() throws Exception {
        Path file = folder.resolve("copy.samsyn");
        backup.write(file, part -> {});
        try (InputStream opened = new BackupFile(file, BackupFile.BASE, seals).open()) {
            assertThatThrownBy(opened::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesAFileThatIsNoBackup() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
        assertThatThrownBy(() -> restore(TestDatabase.another()).read(text, Restore.Existing.REFUSE, part -> {}))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("ingen säkerhetskopia");
    }

    private BackupManifest copyOf(DatabaseAddress address, Path file) throws IOException, SQLException {
        return new Backup(home(address), seals, json, Clock.systemUTC()).write(file, part -> {});
    }

    private Restore restore(DatabaseAddress address) {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(
                        address.url(),
                        address.migration().user(),
                        address.migration().password());
        new DatabaseConfiguration().migrateAsOwner().customize(flyway);
        return new Restore(home(address), seals, json, flyway.load(), new UnfinishedRestore(new DataFolder(folder)));
    }

    private static DatabaseHome home(DatabaseAddress address) {
        return new DatabaseHome(address, Optional.empty());
    }

    private static BackupManifest.Part part(BackupManifest manifest) {
        return manifest.tables().stream()
                .filter(part -> part.name().equals("database_example"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isForced(DatabaseAddress address) throws SQLException {
        try (Connection owner = TestDatabase.asOwner(address);
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select relforcerowsecurity and relrowsecurity from pg_class"
                        + " where oid = 'samsyn.database_example'::regclass")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Writes the file anew without a seal. */
    private void unseal(Path from, Path to) throws IOException {
        try (ZipInputStream in = new BackupFile(from, BackupFile.TABLES, seals).openZip();
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
        }
    }
}
