package se.samsyn.table.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the reference was asked is read from the calls it quotes. */
class RCallTest {

    @Test
    void argumentsAreReadByNameAndByPosition() {
        var call = RCall.of("F(z1, 1:2, k=c(80,99), formula=~a*b + c, dimVar=c('a','b'), printInc=FALSE)");

        assertThat(call.function()).isEqualTo("F");
        assertThat(RCall.elements(call.argument("dim", 2).orElseThrow())).containsExactly("1", "2");
        assertThat(RCall.elements(call.argument("k").orElseThrow())).containsExactly("80", "99");
        assertThat(RCall.elements(call.argument("dimVar").orElseThrow())).containsExactly("a", "b");
        assertThat(call.argument("formula")).contains("~a*b + c");
        assertThat(call.flag("printInc", true)).isFalse();
        assertThat(call.number("maxN", 3)).isEqualTo(3);
    }

    @Test
    void aFormulaIsItsTables() {
        assertThat(RFormula.terms("~(a+b)*c + a:d"))
                .containsExactly(
                        List.of(),
                        List.of("a"),
                        List.of("b"),
                        List.of("c"),
                        List.of("a", "c"),
                        List.of("b", "c"),
                        List.of("a", "d"));
        assertThat(RFormula.variables("~b*a + b")).containsExactly("b", "a");
    }
}
