package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an answer is missing is said in the same words in the form, at import, and in results and data quality. */
class MissingWordsTest {

    @ParameterizedTest
    @CsvSource({
        "sv, unknown, UNKNOWN, Vet inte",
        "sv, not-asked, NOT_ASKED, Inte frågat",
        "sv, not-relevant, NOT_RELEVANT, Inte aktuellt",
        "sv, declined, DECLINED, Vill inte svara",
        "en, unknown, UNKNOWN, Not known",
        "en, not-asked, NOT_ASKED, Not asked",
        "en, not-relevant, NOT_RELEVANT, Not relevant",
        "en, declined, DECLINED, Declined to answer"
    })
    void areTheSameEverywhere(String language, String special, String code, String words) throws IOException {
        assertThat(text("instrument", language, "instrument.special." + special))
                .isEqualTo(words);
        assertThat(text("exchange", language, "exchange.code." + code)).isEqualTo(words);
        assertThat(text("table", language, "table.blank." + code)).isEqualTo(words);
        if (language.equals("sv")) {
            assertThat(Path.of("docs/ordlista.md")).content().containsIgnoringCase(words);
        }
    }

    private static String text(String module, String language, String key) throws IOException {
        var texts = new Properties();
        var file = Path.of("src/main/resources/messages", module + "_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.getProperty(key);
    }
}
