package se.samsyn.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.kernel.PlaceCode;

class KeyFolderTest {

    private static final Ring FALUN = Ring.of(Use.TEXT, new PlaceCode("2080"));

    @TempDir
    private Path place;

    private KeyFolder folder = new KeyFolder(Path.of(""));

    @BeforeEach
    void open() throws GeneralSecurityException {
        AeadConfig.register();
        folder = new KeyFolder(place.resolve("keys"));
    }

    private static KeysetHandle ring() throws GeneralSecurityException {
        return KeysetHandle.generateNew(FALUN.use().parameters());
    }

    @Test
    void keepsKeysForTheirOwnerAlone() throws IOException, GeneralSecurityException {
        folder.add(FALUN, ring());

        assertThat(permissions(folder.root())).isEqualTo("rwx------");
        assertThat(permissions(folder.file(FALUN))).isEqualTo("rw-------");
        try (var files = Files.list(folder.root())) {
            assertThat(files).containsExactly(folder.file(FALUN));
        }
        assertThat(folder.files().open(folder.file(FALUN))).isFalse();
    }

    @Test
    void noticesThatOthersCanReadTheKeys() throws IOException, GeneralSecurityException {
        folder.add(FALUN, ring());
        Files.setPosixFilePermissions(folder.file(FALUN), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(folder.files().open(folder.file(FALUN))).isTrue();
    }

    @Test
    void theFirstRingStaysWhenTwoAreMadeAtOnce() throws GeneralSecurityException {
        var first = ring();
        folder.add(FALUN, first);
        folder.add(FALUN, ring());

        assertThat(folder.read(FALUN).equalsKeyset(first)).isTrue();
    }

    @Test
    void tellsTwoVersionsOfAFileApartThoughTheyCameTheSameMoment() throws GeneralSecurityException, IOException {
        folder.add(FALUN, ring());
        var first = folder.stamp(FALUN).orElseThrow();
        folder.replace(FALUN, ring());
        Files.setLastModifiedTime(folder.file(FALUN), first.changed());

        assertThat(folder.stamp(FALUN)).isPresent().get().isNotEqualTo(first);
    }

    @Test
    void saysWhichFileIsDamaged() throws GeneralSecurityException, IOException {
        folder.add(FALUN, ring());
        Files.writeString(folder.file(FALUN), "{}");

        assertThatThrownBy(() -> folder.read(FALUN)).isInstanceOfSatisfying(KeyFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(KeyFault.Kind.DAMAGED);
            assertThat(fault).hasMessageContaining("text-2080.json");
        });
    }

    @Test
    void oneAtATimeChangesKeys() throws IOException {
        try (var _ = folder.files().turn().orElseThrow()) {
            assertThat(folder.files().turn()).isEmpty();
        }
        try (var _ = folder.files().turn().orElseThrow()) {
            assertThat(folder.rings()).isEmpty();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
