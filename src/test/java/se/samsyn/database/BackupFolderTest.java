package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:30:00Z");

    @TempDir
    private Path root = Path.of("");

    @Test
    void findsTheNewestCopyThatWasWholeByAMoment() throws IOException {
        base(3, 10);
        base(2, 20);
        base(1, 30);
        assertThat(folder().baseBefore(daysAgo(2)))
                .get()
                .extracting(BackupFolder.Base::first)
                .isEqualTo(piece(1, 20));
        assertThat(folder().baseBefore(daysAgo(2).minusSeconds(1)))
                .get()
                .extracting(BackupFolder.Base::first)
                .isEqualTo(piece(1, 10));
        assertThat(folder().baseBefore(daysAgo(4))).isEmpty();
        assertThat(folder().newest()).contains(daysAgo(1));
    }

    @Test
    void removesOldCopiesAndTheLogThatNoneNeedsAndNothingElse() throws IOException {
        base(40, 10);
        base(36, 20);
        base(34, 30);
        base(1, 40);
        for (int number : List.of(9, 10, 20, 29, 30, 31, 40, 41)) {
            log(piece(1, number));
        }
        log(piece(2, 28));
        log(piece(2, 42));
        log("00000002.history");
        Path others = Files.createFile(root.resolve("not ours.zip"));

        folder().prune(NOW.minus(Duration.ofDays(35)));

        assertThat(folder().bases()).extracting(BackupFolder.Base::first).containsExactly(piece(1, 30), piece(1, 40));
        assertThat(folder().pieces())
                .containsExactlyInAnyOrder(
                        piece(1, 30), piece(1, 31), piece(1, 40), piece(1, 41), piece(2, 42), "00000002.history");
        assertThat(others).exists();
    }

    @Test
    void neverRemovesTheNewestCopy() throws IOException {
        base(50, 10);
        base(60, 5);
        Files.createFile(folder().tables(daysAgo(70)));
        Files.createFile(folder().tables(daysAgo(80)));
        log(piece(1, 10));

        folder().prune(NOW.minus(Duration.ofDays(35)));

        assertThat(folder().bases()).extracting(BackupFolder.Base::first).containsExactly(piece(1, 10));
        assertThat(folder().pieces()).containsExactly(piece(1, 10));
        assertThat(folder().tables(daysAgo(70))).exists();
        assertThat(folder().tables(daysAgo(80))).doesNotExist();
    }

    @Test
    void isNeverMadeInPlaceOfADiskThatIsAway() {
        var away = new BackupFolder(root.resolve("away"));
        assertThatThrownBy(away::present).isInstanceOf(NoSuchFileException.class);
        assertThat(root.resolve("away")).doesNotExist();
    }

    private BackupFolder folder() {
        return new BackupFolder(root);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private void base(int days, int first) throws IOException {
        Files.createFile(folder().base(daysAgo(days), piece(1, first)));
    }

    private void log(String name) throws IOException {
        folder().log();
        Files.createFile(folder().piece(name));
    }

    private static String piece(int timeline, int number) {
        return "%08X%016X".formatted(timeline, number);
    }
}
