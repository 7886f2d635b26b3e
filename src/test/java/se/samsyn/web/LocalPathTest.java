package se.samsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "/%09/evil.example",
                "/%2f/evil.example",
                "/a@evil.example:443",
                "/a\u3002evil",
                "/／evil.example",
                " /a",
                "/a ",
                "/a\n",
                "/a#b",
                "/a?b=https://evil.example",
                "/a?b=\\\\x",
                "/a\0"
            })
    void refusesWaysOut(String text) {
        assertThat(LocalPath.isOne(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/arenden", "/arenden/00-11?lage=OPEN&sida=2", "/export/a.b.csv", "/x?y=%C3%A5+b", "/x?"})
    void takesOurOwn(String text) {
        assertThat(LocalPath.isOne(text)).isTrue();
    }

    @Property(tries = 2000)
    void leadsHereWhateverIsWritten(@ForAll @CharRange(from = '!', to = '~') @StringLength(max = 40) String text) {
        for (String path : new String[] {text, "/" + text}) {
            if (LocalPath.isOne(path)) {
                assertThat(URI.create("https://samsyn.example/here")
                                .resolve(path.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"))
                                .getAuthority())
                        .isEqualTo("samsyn.example");
            }
        }
    }

    @Test
    void isReadAtOnceHoweverLongItIs() {
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> LocalPath.isOne("/" + "a?".repeat(200_000) + "\0"));
    }
}
