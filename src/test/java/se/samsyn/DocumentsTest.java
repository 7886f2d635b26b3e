package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The descriptions of security name classes and tests that there are. */
class DocumentsTest {

    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z][A-Za-z]+)`");

    private static final Set<String> OF_OTHERS =
            Set.of("Secure", "HttpOnly", "SameSite", "SecureRandom", "Clear-Site-Data");

    @ParameterizedTest
    @ValueSource(strings = {"asvs.md", "sakerhet.md", "dataskydd.md"})
    void nameWhatThereIs(String name) throws IOException {
        var text = Files.readString(Path.of("docs", name));
        var named = CLASS.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(OF_OTHERS);

        assertThat(named).isNotEmpty().isSubsetOf(classes());
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
