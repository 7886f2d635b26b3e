package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import se.samsyn.access.ActorId;
import se.samsyn.database.SmallDisk;
import se.samsyn.database.Trouble;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;
import se.samsyn.keys.SealedFiles;

@SpringBootTest
class UploadsIT {

    private static final byte[] ROWS = "id;sex;text\nA-1;kvinna;Trygg hemma\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private SealedFiles sealed;

    @TempDir
    private Path data = Path.of("");

    /** The disk has room for half the file: what was written of it is not left to take up room for a day. */
    @Test
    void aFileThatTheDiskHasNoRoomForLeavesNothingAndIsToldAsThat() throws IOException {
        Path folder = data.resolve("uploads");
        var uploads = new Uploads(sealed, data, Clock.systemUTC());
        try (SmallDisk disk = SmallDisk.at(folder, "256k")) {
            assertThatThrownBy(() -> receive(uploads, 512 << 10))
                    .isInstanceOf(UncheckedIOException.class)
                    .satisfies(fault -> assertThat(Trouble.of(fault)).contains(Trouble.FULL));
            assertThat(folder).isEmptyDirectory();
            assertThat(Files.exists(receive(uploads, 64 << 10).file())).isTrue();
            assertThat(disk).isNotNull();
        }
    }

    @Test
    void aFileLiesSealedAndOpenOnlyWhileItIsRead() throws IOException {
        var uploads = new Uploads(sealed, data, Clock.systemUTC());
        var upload = receive(uploads, ROWS);

        assertThat(Files.readString(upload.file(), StandardCharsets.ISO_8859_1)).doesNotContain("Trygg", "A-1");
        assertThat(uploads.read(upload, Files::readAllBytes)).isEqualTo(ROWS);
        assertThatThrownBy(() -> uploads.read(upload, file -> {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                    throw new IOException("read to here");
                }))
                .hasMessage("read to here");
        try (var left = Files.list(data.resolve("uploads"))) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".open"));
        }
    }

    @Test
    void aFileThatWasChangedOrIsAnothersIsNotRead() throws IOException {
        var uploads = new Uploads(sealed, data, Clock.systemUTC());
        var one = receive(uploads, ROWS);
        var other = receive(uploads, ROWS);
        Files.copy(one.file(), other.file(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> uploads.read(other, Files::readAllBytes)).isInstanceOf(IOException.class);
    }

    private static Upload receive(Uploads uploads, int bytes) {
        return receive(uploads, new byte[bytes]);
    }

    private static Upload receive(Uploads uploads, byte[] content) {
        return uploads.receive(
                new ByteArrayInputStream(content),
                new ActorId(UUID.randomUUID()),
                new UnitId(UUID.randomUUID()),
                new InstrumentKey("allman"));
    }
}
