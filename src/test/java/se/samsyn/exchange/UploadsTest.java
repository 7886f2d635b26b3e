package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.access.ActorId;
import se.samsyn.database.SmallDisk;
import se.samsyn.database.Trouble;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;

class UploadsTest {

    @TempDir
    private Path data = Path.of("");

    /** The disk has room for half the file: what was written of it is not left to take up room for a day. */
    @Test
    void aFileThatTheDiskHasNoRoomForLeavesNothingAndIsToldAsThat() throws IOException {
        Path folder = data.resolve("uploads");
        var uploads = new Uploads(data, Clock.systemUTC());
        try (SmallDisk disk = SmallDisk.at(folder, "256k")) {
            assertThatThrownBy(() -> receive(uploads, 512 << 10))
                    .isInstanceOf(UncheckedIOException.class)
                    .satisfies(fault -> assertThat(Trouble.of(fault)).contains(Trouble.FULL));
            assertThat(folder).isEmptyDirectory();
            assertThat(Files.exists(receive(uploads, 64 << 10).file())).isTrue();
            assertThat(disk).isNotNull();
        }
    }

    private static Upload receive(Uploads uploads, int bytes) {
        return uploads.receive(
                new ByteArrayInputStream(new byte[bytes]),
                new ActorId(UUID.randomUUID()),
                new UnitId(UUID.randomUUID()),
                new InstrumentKey("allman"));
    }
}
