package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    @ParameterizedTest
    @MethodSource("modules")
    void saysTheSameInSwedishAndEnglish(String module) {
        assertThat(Messages.faults(
                        module, Messages.read(module, Messages.SWEDISH), Messages.read(module, Messages.ENGLISH)))
                .isEmpty();
    }

    @Test
    void findsWhatDiffers() {
        Properties sv =
                texts("a.same", "Lika {0}", "a.gone", "Bara här", "a.blank", " ", "b.strange", "x", "a.slots", "{0}");
        Properties en = texts("a.same", "Same {0}", "a.blank", "Blank", "b.strange", "x", "a.slots", "{1}");
        assertThat(Messages.faults("a", sv, en))
                .containsExactly(
                        "missing or blank in one language: a.blank",
                        "missing or blank in one language: a.gone",
                        "different placeholders: a.slots",
                        "key without the module's name: b.strange");
    }

    private static Properties texts(String... pairs) {
        Properties texts = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.setProperty(pairs[i], pairs[i + 1]);
        }
        return texts;
    }

    static Stream<String> modules() {
        return Messages.modules().stream();
    }
}
