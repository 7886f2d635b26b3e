package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    @ParameterizedTest
    @MethodSource("templates")
    void holdsNoTextNoInlineScriptAndNoFragmentOfOthers(Path template) throws IOException {
        assertThat(Templates.faults(Templates.module(template), Files.readString(template)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void namesOnlyMessagesThatExist(Path template) throws IOException {
        assertThat(Messages.keys(Messages.SWEDISH)).containsAll(Templates.keys(Files.readString(template)));
    }

    @Test
    void acceptsWhatTheHouseAllows() {
        String html = """
                <!DOCTYPE html><!-- a remark --><html th:replace="~{web/layout :: page(~{::title}, ~{::main})}">
                <p th:text="#{a.b}"></p><p>[[#{a.c}]] &middot; 12</p><a th:title="${x > 1 ? 'a' : 'b'}" title="">-</a>
                <script th:src="@{/a/b.js}"></script><i th:replace="~{a/_row :: row}"></i></html>""";
        assertThat(Templates.faults("a", html)).isEmpty();
        assertThat(Templates.keys(html)).containsExactly("a.b", "a.c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hej</p>",
                "<p th:text=\"#{a.b}\">Prototyp</p>",
                "<img alt=\"En bild\">",
                "<button onclick=\"x()\"></button>",
                "<button th:onclick=\"x()\"></button>",
                "<p style=\"color: red\"></p>",
                "<style>p{}</style>",
                "<script>1</script>",
                "<i th:replace=\"~{other/_row :: row}\"></i>"
            })
    void findsWhatTheHouseDoesNot(String html) {
        assertThat(Templates.faults("a", html)).isNotEmpty();
    }

    static Stream<Path> templates() {
        List<Path> all = Templates.all();
        assertThat(all).isNotEmpty();
        return all.stream();
    }
}
