package se.samsyn.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

/** A file of thousands of columns would fill the memory; it is refused with a word, and nothing is kept. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class WideRegisterIT {

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private RegisterImport imports;

    @Test
    void hasAtMostAThousandColumns() throws IOException {
        var title = Wording.same("Brett");
        var register = new NewRegister(new InstrumentKey("brett"), title, title, PlaceCode.NATION);

        var refused =
                (Imported.Refused) imports.run(register, file(3000), Optional.empty(), Optional.empty(), step -> {});

        assertThat(refused.mends()).singleElement().satisfies(mend -> {
            assertThat(mend.message()).isEqualTo("register.mend.many-columns");
            assertThat(mend.details().toString()).isEqualTo("[3000, 1000]");
        });
    }

    /** As wide as a long questionnaire put many times. */
    @Test
    void takesHundredsOfColumns() throws IOException {
        var title = Wording.same("Brett");
        var register = new NewRegister(new InstrumentKey("brett"), title, title, PlaceCode.NATION);

        var taken = imports.run(register, file(800), Optional.empty(), Optional.empty(), step -> {});

        assertThat(taken).isInstanceOf(Imported.Done.class);
    }

    private Path file(int columns) throws IOException {
        var head = IntStream.range(0, columns).mapToObj(column -> "v" + column).collect(Collectors.joining(";"));
        var row = IntStream.range(0, columns).mapToObj(_ -> "1").collect(Collectors.joining(";"));
        return Files.writeString(folder.resolve("brett.csv"), head + "\n" + row + "\n");
    }
}
