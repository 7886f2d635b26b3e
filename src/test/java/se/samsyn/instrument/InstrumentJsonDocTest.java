package se.samsyn.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InstrumentJsonDocTest {

    @Test
    void theDocumentedExampleIsTheOneThatTheTestsUse() throws IOException {
        String text = Files.readString(Path.of("docs", "instrument-json.md"));
        String example = text.substring(text.indexOf("```json\n") + 8, text.lastIndexOf("```"));
        assertThat(example).isEqualTo(FormExamples.EVERY_TYPE);
        assertThat(FormJson.read(example).flaws()).isEmpty();
    }
}
