package se.samsyn.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SemicolonTextTest {

    @Test
    void linesOfFields() {
        assertThat(SemicolonText.of(List.of(List.of("Stad", "Antal"), List.of("A; B", "12"), List.of())))
                .isEqualTo("\uFEFFStad;Antal\r\n\"A; B\";12\r\n\r\n");
    }

    @Test
    void noFormula() {
        assertThat(SemicolonText.of(List.of(List.of("=1+1", "-5,5", "-2+3", "@x"))))
                .isEqualTo("\uFEFF'=1+1;-5,5;'-2+3;'@x\r\n");
    }
}
