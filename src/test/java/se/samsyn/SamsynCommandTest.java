package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help is told in Swedish without starting anything, and a wrong call says what is wrong. */
class SamsynCommandTest {

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "indicator",
                "account",
                "audit",
                "keys",
                "table",
                "export",
                "backup",
                "restore",
                "prove",
                "bench",
                "service",
                "version",
                "sbom"
            })
    void everyCommandDescribesItselfInSwedish(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString())
                .startsWith("Användning: samsyn " + command)
                .contains("visar den här texten")
                .doesNotContain("Usage", "Show this help", "--version");
    }

    /** The library gives a method its parameters by their place among the options. */
    @Test
    void commandsThatAreMethodsGetWhatTheyWereCalledWith() {
        var methods = all(SamsynCommand.described())
                .map(CommandLine::getCommandSpec)
                .filter(spec -> spec.userObject() instanceof Method)
                .toList();

        assertThat(methods).hasSizeGreaterThan(5).allSatisfy(spec -> {
            var method = (Method) spec.userObject();
            assertThat(spec.mixinStandardHelpOptions()).as(spec.qualifiedName()).isFalse();
            assertThat(spec.args().stream()
                            .limit(method.getParameterCount())
                            .map(each -> each.type())
                            .toList())
                    .as(spec.qualifiedName())
                    .isEqualTo(List.<Class<?>>of(method.getParameterTypes()));
        });
    }

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(SamsynCommandTest::all));
    }

    @Test
    void aWrongCallNamesWhatIsWrong() {
        assertThat(run("import", "fil.csv", "--unit", "x")).isEqualTo(2);
        assertThat(out.toString()).startsWith("Saknas: --mapping.");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThat(run("import", "fil.csv", "--unit", "x", "--mapping", "m", "--hastigt"))
                .isEqualTo(2);
        assertThat(out.toString()).startsWith("Okänt: --hastigt.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "sbom", "service"})
    void whatNeedsNothingStartsNothing(String command) {
        CommandLine line = SamsynCommand.alone(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));

        assertThat(line.execute(command)).isZero();
        assertThat(out.toString()).hasSizeGreaterThan(40).doesNotContain("Exception");
    }

    private int run(String... args) {
        CommandLine line = SamsynCommand.described();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        return line.execute(args);
    }
}
