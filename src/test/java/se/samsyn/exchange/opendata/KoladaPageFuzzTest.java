package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.opendata.OpenDataExamples.page;
import static se.samsyn.exchange.opendata.OpenDataExamples.row;
import static se.samsyn.exchange.opendata.OpenDataExamples.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever bytes a saved answer holds, it is whole or refused, and the taker is told which. */
class KoladaPageFuzzTest {

    private static final KoladaQuestion EVERYTHING = KoladaQuestion.ofPlaces(List.of(), List.of(), List.of());
    private static final byte[] GOOD = page(
                    "",
                    row("N00945", "2080", "2024", value("T", "1"), value("K", "null")),
                    row("N00945", "2081", "\"2024\"", value("M", "\"2.5\"")))
            .getBytes(StandardCharsets.UTF_8);
    private static Path file = Path.of("");

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("fuzz", ".json");
    }

    @AfterContainer
    static void dropFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 400)
    void answersToAnyBytes(@ForAll byte[] bytes) throws IOException {
        answers(bytes);
    }

    @Property(tries = 600)
    void answersToAnyTextOfJsonSigns(@ForAll("json") String text) throws IOException {
        answers(text.getBytes(StandardCharsets.UTF_8));
        answers(("{\"values\":[" + text + "]}").getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.strings()
                .withChars("{}[]\",:.-+eE0129truefalsn kpivod\\\n")
                .ofMaxLength(100);
    }

    @Property(tries = 600)
    void answersToADamagedAnswer(@ForAll int place, @ForAll byte with, @ForAll int length) throws IOException {
        byte[] broken = GOOD.clone();
        broken[Math.floorMod(place, broken.length)] = with;
        answers(broken);
        byte[] cut = Arrays.copyOf(GOOD, Math.floorMod(length, GOOD.length));
        assertThat(answers(cut)).isInstanceOf(Fetched.Refused.class);
    }

    private static Fetched<Long> answers(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        var taker = new TestTaker();
        Fetched<Long> fetched =
                Kolada.over(new KoladaSource.Saved(List.of(file))).values(EVERYTHING, taker, Progress.SILENT);
        switch (fetched) {
            case Fetched.Complete<Long> complete -> {
                assertThat(complete.value()).isEqualTo(taker.values.size());
                assertThat(taker.done).isEqualTo(1);
            }
            case Fetched.Refused<Long> refused -> {
                assertThat(refused.problem().text()).isNotBlank();
                assertThat(taker.done).isZero();
            }
        }
        return fetched;
    }
}
