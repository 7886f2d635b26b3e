package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever writes a file for spreadsheet programs makes its texts harmless first. */
class WrittenFilesTest {

    private static final Pattern WRITES =
            Pattern.compile("org\\.dhatim\\.fastexcel\\.Workbook;|CSVPrinter\\(|StringBuilder\\(\"\\\\uFEFF\"\\)");

    /** Write what nobody ever sees: rows for the engine to read, and files to try our own readers on. */
    private static final Set<String> FOR_NOBODY = Set.of("DataFile.java", "Seeds.java");

    @Test
    void everyWriterKnowsTheGuard() throws IOException {
        List<Path> writers;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            writers = files.filter(file -> file.toString().endsWith(".java")
                            && !FOR_NOBODY.contains(file.getFileName().toString()))
                    .filter(file -> WRITES.matcher(text(file)).find())
                    .toList();
        }
        assertThat(writers)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        writer -> assertThat(text(writer)).as(writer.toString()).containsPattern("SafeText(\\.|::)"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
