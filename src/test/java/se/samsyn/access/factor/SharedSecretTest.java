package se.samsyn.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SharedSecretTest {

    @Test
    void isDrawnAnewEachTimeAndUsesTheWholeAlphabet() {
        var drawn = new HashSet<String>();
        var letters = new HashSet<Integer>();
        for (int i = 0; i < 200; i++) {
            var text = SharedSecret.draw().text();
            drawn.add(text);
            text.chars().forEach(letters::add);
        }

        assertThat(drawn).hasSize(200);
        assertThat(letters).hasSize(32);
    }

    @Test
    void tellsNobodyItsLettersWhenItIsPrinted() {
        var secret = SharedSecret.draw();

        assertThat(secret.toString()).isNotBlank().doesNotContain(secret.text().substring(0, 6));
    }
}
