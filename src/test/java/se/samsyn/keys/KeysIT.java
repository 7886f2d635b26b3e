package se.samsyn.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import se.samsyn.kernel.PlaceCode;

@SpringBootTest
class KeysIT {

    private static final Ring FALUN = Ring.of(Use.TEXT, new PlaceCode("2080"));
    private static final Ring MORA = Ring.of(Use.TEXT, new PlaceCode("2062"));

    @Autowired
    private Keys keys;

    @Autowired
    private SealedFiles files;

    @Test
    void opensWhatItSealedInItsContextAlone() {
        var sealed = keys.seal(FALUN, "Trygg hemma", "goal/1");
        assertThat(sealed).doesNotContain("Trygg").startsWith("sealed:1:");
        assertThat(keys.open(FALUN, sealed, "goal/1")).isEqualTo("Trygg hemma");
        assertThatThrownBy(() -> keys.open(FALUN, sealed, "goal/2"))
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.DAMAGED));
    }

    @Test
    void tellsAnotherMunicipalitysKeyFromADamagedText() {
        keys.seal(MORA, "så att Mora har en nyckel", "goal/1");
        var sealed = keys.seal(FALUN, "Trygg hemma", "goal/1");
        assertThatThrownBy(() -> keys.open(MORA, sealed, "goal/1"))
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.LOST));
    }

    @Test
    void knowsItsSignatureFromAnother() {
        var ring = Ring.of(Use.LOG);
        var signature = keys.sign(ring, new byte[] {1, 2, 3});
        assertThat(keys.isSignature(ring, signature, new byte[] {1, 2, 3})).isTrue();
        assertThat(keys.isSignature(ring, signature, new byte[] {1, 2, 4})).isFalse();
    }

    @Test
    void sealsStreams() throws IOException {
        var ring = Ring.of(Use.BACKUP);
        var sealed = new ByteArrayOutputStream();
        try (var out = files.sealing(ring, sealed, "backup")) {
            out.write("innehåll".getBytes(StandardCharsets.UTF_8));
        }
        try (var in = files.opening(ring, new ByteArrayInputStream(sealed.toByteArray()), "backup")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("innehåll");
        }
    }
}
