package se.samsyn.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:10Z");
    private static final long BEFORE_ALL = Long.MIN_VALUE;

    private final SharedSecret secret = SharedSecret.draw();

    /** The SHA-1 rows of the table in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(RFC_SECRET, 8, Instant.ofEpochSecond(seconds))).isEqualTo(code);
        assertThat(Totp.code(SharedSecret.of(RFC_SECRET), Instant.ofEpochSecond(seconds)))
                .isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"-61, false", "-30, true", "0, true", "30, true", "60, false"})
    void takesAStepOfDriftAndNoMore(int seconds, boolean taken) {
        var code = Totp.code(secret, NOW.plusSeconds(seconds));
        var others = Totp.step(secret, code, NOW, BEFORE_ALL);

        assertThat(others.isPresent()).isEqualTo(taken);
    }

    @Test
    void takesNoStepTwiceAndNoneBeforeIt() {
        var step = Totp.step(secret, Totp.code(secret, NOW), NOW, BEFORE_ALL).orElseThrow();

        assertThat(Totp.step(secret, Totp.code(secret, NOW), NOW, step)).isEmpty();
        assertThat(Totp.step(secret, Totp.code(secret, NOW.minusSeconds(30)), NOW, step))
                .isEmpty();
        assertThat(Totp.step(secret, Totp.code(secret, NOW.plusSeconds(30)), NOW, step))
                .hasValue(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"''", "12345", "1234567", "abcdef", "১২৩৪৫৬"})
    void takesNothingThatIsNoCode(String typed) {
        assertThat(Totp.step(secret, typed, NOW, BEFORE_ALL)).isEmpty();
    }

    @Property
    void writesBytesInBase32AndReadsThemBack(@ForAll @Size(20) byte[] bytes) {
        assertThat(SharedSecret.of(bytes).bytes()).isEqualTo(bytes);
    }

    @Test
    void writesBase32AsOthersDo() {
        assertThat(SharedSecret.of(RFC_SECRET).text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void tellsNoSecretsAndEscapesNames() {
        assertThat(secret.toString()).doesNotContain(secret.text());
        assertThat(secret.address("Sam syn", "a&b@c"))
                .startsWith("otpauth://totp/Sam%20syn:a%26b%40c?secret=" + secret.text() + "&issuer=Sam%20syn");
    }

    @Test
    void drawsAPictureWithALightEdge() {
        var picture = QrPicture.of(secret.address("Samsyn", "namn"));

        assertThat(picture.side()).isBetween(29, 85);
        assertThat(picture.path())
                .startsWith("M4,4h1v1h-1z")
                .doesNotContain("M3,")
                .doesNotContain(",3h");
    }
}
