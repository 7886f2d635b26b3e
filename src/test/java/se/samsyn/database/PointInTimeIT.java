package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import se.samsyn.kernel.UnitId;
import se.samsyn.keys.KeyFault;

/** Back to a moment, from copies of the files and the log of a database of the program's own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "samsyn.test.own-database=true")
@DirtiesContext
class PointInTimeIT {

    private static final UnitId UNIT = new UnitId(UUID.fromString("00000000-0000-0000-0000-00000000ba01"));
    private static final Path HERE = fresh();

    @TempDir
    private Path away = Path.of("");

    @Autowired
    private Archive archive;

    @Autowired
    private Backups backups;

    @Autowired
    private BaseCopy copies;

    @Autowired
    private PointInTime pointInTime;

    @Autowired
    private DatabaseHome home;

    @Autowired
    private JdbcClient sql;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("samsyn.data", () -> HERE.resolve("data").toString());
        registry.add("samsyn.backup", () -> HERE.resolve("backups").toString());
        registry.add("samsyn.keys", () -> HERE.resolve("keys").toString());
    }

    private static Path fresh() {
        try {
            Path here = Path.of("target", "point-in-time").toAbsolutePath();
            FileSystemUtils.deleteRecursively(here);
            Files.createDirectories(here.resolve("backups"));
            return here;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterAll
    static void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(HERE.resolve("backups"));
    }

    @BeforeEach
    void emptyFolder() throws IOException {
        archive.look();
        FileSystemUtils.deleteRecursively(HERE.resolve("backups"));
        Files.createDirectories(HERE.resolve("backups"));
        working("delete from database_example");
    }

    private BackupFolder folder() {
        return new BackupFolder(HERE.resolve("backups"));
    }

    @Test
    void restoresToAMomentBetweenTwoChanges() throws Exception {
        add("före");
        copies.write(folder());
        add("sedan");
        Instant moment = now();
        add("för sent");
        working("delete from database_example where answer = 'före'");
        moved();

        PointInTime.Restored restored =
                pointInTime.restore(folder(), Optional.of(moment), new DataFolder(away), Restore.Existing.REFUSE);

        assertThat(restored.isWhole()).isTrue();
        assertThat(answers(away)).containsExactlyInAnyOrder("före", "sedan");
        assertThat(away.resolve("database").resolve("restoring")).doesNotExist();
        assertThat(away.resolve("database").resolve("cluster.restored")).doesNotExist();
    }

    @Test
    void restoresAsFarAsTheLogGoesAndSaysHowFarThatIs() throws Exception {
        copies.write(folder());
        add("sist");
        moved();

        PointInTime.Restored restored = pointInTime.restore(
                folder(), Optional.of(now().plus(Duration.ofHours(1))), new DataFolder(away), Restore.Existing.REFUSE);

        assertThat(restored.isWhole()).isFalse();
        assertThat(restored.last()).isPresent();
        assertThat(answers(away)).containsExactly("sist");
    }

    @Test
    void aCopyOfTheFilesNeedsNoLogToBeRestoredToItsOwnEnd() throws Exception {
        add("med");
        copies.write(folder());
        FileSystemUtils.deleteRecursively(folder().root().resolve("log"));

        pointInTime.restore(folder(), Optional.empty(), new DataFolder(away), Restore.Existing.REFUSE);

        assertThat(answers(away)).containsExactly("med");
    }

    @Test
    void leavesAFolderOfAnotherDatabaseAlone() throws Exception {
        Files.writeString(folder().root().resolve("database.id"), "4711");
        assertThatThrownBy(() -> copies.write(folder())).isInstanceOf(BackupFaults.OthersFolder.class);
        add("x");
        switchLog();
        archive.look();
        assertThat(backups.state().fault()).get().asString().contains("en annan databas");
        assertThat(folder().pieces()).isEmpty();
        assertThat(folder().bases()).isEmpty();
        Files.delete(folder().root().resolve("database.id"));
        archive.look();
        assertThat(folder().pieces()).isNotEmpty();
    }

    @Test
    void refusesAMomentBeforeTheOldestCopyAndAFolderInUse() throws Exception {
        Instant before = now();
        copies.write(folder());
        assertThatThrownBy(() -> pointInTime.restore(
                        folder(), Optional.of(before), new DataFolder(away), Restore.Existing.REFUSE))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("äldsta kopian");
        assertThat(away).isEmptyDirectory();
        assertThatThrownBy(() -> pointInTime.restore(
                        folder(), Optional.empty(), home.server().orElseThrow().folder(), Restore.Existing.ERASE))
                .isInstanceOfAny(RestoreRefused.class, java.nio.channels.OverlappingFileLockException.class);
    }

    @Test
    void refusesWhatHasBeenChangedAndLeavesNoHalfDatabase() throws Exception {
        copies.write(folder());
        add("x");
        moved();
        String piece = folder().pieces().getLast();
        flipAByteOf(folder().piece(piece));
        assertThatThrownBy(() ->
                        pointInTime.restore(folder(), Optional.empty(), new DataFolder(away), Restore.Existing.REFUSE))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining(piece);
        flipAByteOf(folder().bases().getLast().file());
        assertThatThrownBy(() ->
                        pointInTime.restore(folder(), Optional.empty(), new DataFolder(away), Restore.Existing.REFUSE))
                .isInstanceOf(RestoreRefused.class)
                .hasMessageContaining("skadad");
        assertThat(away.resolve("database").resolve("cluster")).doesNotExist();
        assertThat(away.resolve("database").resolve("cluster.restored")).doesNotExist();
    }

    @Test
    void holdsNothingThatCanBeReadWithoutTheKeysAndSaysWhenTheyAreMissing() throws Exception {
        add("hemligt svar");
        copies.write(folder());
        moved();
        List<Path> files = new ArrayList<>(
                folder().bases().stream().map(BackupFolder.Base::file).toList());
        folder().pieces().forEach(piece -> files.add(folder().piece(piece)));
        assertThat(files).hasSizeGreaterThan(1);
        for (Path file : files) {
            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("samsyn sealed 1\n")
                    .doesNotContain("hemligt svar", "database_example");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        Path keys = HERE.resolve("keys");
        Path hidden = HERE.resolve("keys-elsewhere");
        Files.move(keys, hidden);
        try {
            assertThatThrownBy(() -> pointInTime.restore(
                            folder(), Optional.empty(), new DataFolder(away), Restore.Existing.REFUSE))
                    .isInstanceOfSatisfying(
                            KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.LOST));
        } finally {
            Files.move(hidden, keys);
        }
    }

    @Test
    void aFolderThatIsAwayStopsNoWorkAndIsSaidAndCaughtUpWith() throws Exception {
        copies.write(folder());
        moved();
        Path gone = HERE.resolve("unplugged");
        Files.move(folder().root(), gone);
        add("medan mappen är borta");
        switchLog();
        archive.look();
        assertThat(backups.state().fault()).get().asString().contains("finns inte");
        assertThat(folder().root()).doesNotExist();

        Files.move(gone, folder().root());
        moved();
        assertThat(backups.state().fault()).isEmpty();
        assertThat(backups.state().waiting()).isZero();
        pointInTime.restore(folder(), Optional.empty(), new DataFolder(away), Restore.Existing.REFUSE);
        assertThat(answers(away)).containsExactly("medan mappen är borta");
    }

    @Test
    void aFolderThatIsFullStopsNoWorkAndIsSaid() throws Exception {
        copies.write(folder());
        try (SmallDisk disk = SmallDisk.at(folder().log(), "16k")) {
            disk.fill();
            add("medan mappen är full");
            switchLog();
            archive.look();
            assertThat(backups.state().fault()).get().asString().contains("disken är full");
            assertThat(backups.state().waiting()).isPositive();
        }
        moved();
        assertThat(backups.state().fault()).isEmpty();
    }

    @Test
    void aFullSpoolStopsNoWorkAndANewCopyIsMadeAsSoonAsThereIsRoom() throws Exception {
        backups.look();
        assertThat(folder().bases()).hasSize(1);
        Path spool = home.server().orElseThrow().folder().spool();
        List<Path> filling = new ArrayList<>();
        for (int piece = 0; piece < ArchiveScript.MOST_WAITING; piece++) {
            filling.add(Files.createFile(spool.resolve("filling" + piece)));
        }
        add("inte kopierat");
        switchLog();
        assertThat(archive.hasGap()).isTrue();
        assertThat(backups.state().fault()).contains(BackupFaults.GAP);

        for (Path piece : filling) {
            Files.delete(piece);
        }
        Thread.sleep(1100);
        backups.look();
        assertThat(folder().bases()).hasSize(2);
        assertThat(archive.hasGap()).isFalse();
        pointInTime.restore(folder(), Optional.empty(), new DataFolder(away), Restore.Existing.REFUSE);
        assertThat(answers(away)).containsExactly("inte kopierat");
    }

    @Test
    void whatIsPutBackIsLookedThrough() throws Exception {
        add("en");
        copies.write(folder());
        pointInTime.restore(folder(), Optional.empty(), new DataFolder(away), Restore.Existing.REFUSE);
        DataFolder data = new DataFolder(away);
        try (EmbeddedServer server = EmbeddedServer.join(data, Durability.FORGETFUL)) {
            assertThat(new Examination(server).rows()).containsEntry("database_example", 1L);
            try (Connection connection = server.connect("samsyn");
                    Statement statement = connection.createStatement()) {
                statement.execute("update pg_index set indisvalid = true where false");
                statement.execute("checkpoint");
            }
        }
        spoilAPage(data);
        try (EmbeddedServer server = EmbeddedServer.join(data, Durability.FORGETFUL)) {
            assertThatThrownBy(() -> new Examination(server).rows())
                    .isInstanceOfAny(RestoreRefused.class, SQLException.class);
        }
    }

    /** Changes bytes in the only page of the example's table. */
    private static void spoilAPage(DataFolder data) throws Exception {
        Path file;
        try (EmbeddedServer server = EmbeddedServer.join(data, Durability.FORGETFUL);
                Connection connection = server.connect("samsyn");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_relation_filepath('samsyn.database_example')")) {
            row.next();
            file = data.cluster().resolve(row.getString(1));
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[8180] ^= 1;
        Files.write(file, bytes);
    }

    private static void flipAByteOf(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private void add(String answer) {
        RowScope.working(
                Set.of(UNIT),
                "test",
                () -> sql.sql(
                                "insert into database_example (unit_id, municipality, answer) values (:unit, '2080', :answer)")
                        .param("unit", UNIT.value())
                        .param("answer", answer)
                        .update());
    }

    private void working(String statement) {
        RowScope.working(Set.of(UNIT), "test", () -> sql.sql(statement).update());
    }

    /** The database's own time, with a pause on each side so that no two changes share it. */
    private Instant now() throws InterruptedException {
        Thread.sleep(1100);
        Instant now = sql.sql("select clock_timestamp()")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
        Thread.sleep(50);
        return now;
    }

    /** Ends the piece of the log under way, and waits until the server has put it aside. */
    private void switchLog() throws Exception {
        try (Connection connection = home.server().orElseThrow().connect("postgres");
                Statement statement = connection.createStatement()) {
            String piece;
            try (var row = statement.executeQuery("select pg_walfile_name(pg_switch_wal() - 1)")) {
                row.next();
                piece = row.getString(1);
            }
            for (int look = 0; look < 200; look++) {
                try (var row = statement.executeQuery("select last_archived_wal from pg_stat_archiver")) {
                    if (row.next()
                            && row.getString(1) != null
                            && row.getString(1).compareTo(piece) >= 0) {
                        return;
                    }
                }
                Thread.sleep(100);
            }
            throw new AssertionError("Not archived: " + piece);
        }
    }

    private void moved() throws Exception {
        switchLog();
        archive.look();
    }

    private static List<String> answers(Path root) throws Exception {
        DataFolder data = new DataFolder(root);
        try (EmbeddedServer server = EmbeddedServer.join(data, Durability.FORGETFUL)) {
            new DatabaseRoles(server, data).prepare("samsyn");
            List<String> answers = new ArrayList<>();
            try (Connection connection = server.connect("samsyn");
                    Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select answer from database_example")) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        }
    }
}
