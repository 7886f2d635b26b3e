package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MappingJsonDocTest {

    @Test
    void theDocumentedExampleIsReadAndWrittenBackTheSame() throws IOException {
        String text = Files.readString(Path.of("docs", "mapping-json.md"));
        String example = text.substring(text.indexOf("```json\n") + 8, text.lastIndexOf("```"));

        Mapping mapping = MappingJson.read(example);

        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
        assertThat(mapping.columns())
                .contains("boendestöd från", "boendestöd till", "mål", "gas", "bedömt", "uppföljd", "ärende");
    }
}
