package se.samsyn.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+46",
                "-2",
                "@SUM(A1)",
                "  =1+1",
                "\t=1",
                "\r=1",
                "\n1",
                "\u00a0=1",
                "\ufeff=1",
                "\u200b=1",
                "＝1",
                "＠a",
                "\u0000=1"
            })
    void textThatWouldRunGetsAnApostrophe(String text) {
        assertThat(SafeText.neutral(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Falun", "1-2", "a=b", " 12"})
    void otherTextIsLeftAsItIs(String text) {
        assertThat(SafeText.neutral(text)).isEqualTo(text);
    }

    @Test
    void fieldsAreQuotedWhereTheyMust() {
        assertThat(SafeText.field("a;b")).isEqualTo("\"a;b\"");
        assertThat(SafeText.field("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
        assertThat(SafeText.field("=a;b")).isEqualTo("\"'=a;b\"");
        assertThat(SafeText.field("ab")).isEqualTo("ab");
    }
}
