package se.samsyn.exchange.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever bytes come, both readers answer with a result. */
class CubeFuzzTest {

    private static byte[] good(boolean px) throws IOException {
        if (px) {
            return CubeExamples.writtenPx(CubeExamples.rich());
        }
        var out = new ByteArrayOutputStream();
        JsonStatWriter.write(CubeExamples.rich(), out);
        return out.toByteArray();
    }

    private static void answers(byte[] bytes) throws IOException {
        switch (PxReader.read(bytes)) {
            case PxReading.Refused refused -> assertThat(refused.problems()).isNotEmpty();
            case PxReading.Heading heading -> assertThat(heading.problems()).isNotEmpty();
            case PxReading.Table table ->
                assertThat(table.cube().cells().count()).isPositive();
        }
        switch (JsonStatReader.read(bytes)) {
            case JsonStatReading.Refused refused ->
                assertThat(refused.problems()).isNotEmpty();
            case JsonStatReading.Read read -> assertThat(read.kind()).isNotNull();
        }
    }

    @Property(tries = 400)
    void answersToAnyBytes(@ForAll byte[] bytes) throws IOException {
        answers(bytes);
    }

    @Property(tries = 500)
    void answersToAnyTextOfTheSignsOfTheFormats(@ForAll("signs") String text) throws IOException {
        answers(text.getBytes(StandardCharsets.UTF_8));
        answers((CubeExamples.HEAD + text).getBytes(StandardCharsets.UTF_8));
        answers((CubeExamples.HEAD + "DATA=\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of(
                        "\"",
                        "=",
                        ";",
                        ",",
                        "(",
                        ")",
                        "[",
                        "]",
                        "\n",
                        " ",
                        ".",
                        "-",
                        "1",
                        "A",
                        "DATA",
                        "VALUES",
                        "KEYS",
                        "kön",
                        "{",
                        "}",
                        "\"value\"",
                        ":",
                        "\"id\"",
                        "\"size\"",
                        "CODES",
                        "TLIST(A1)",
                        "TIMEVAL",
                        "null",
                        "\r",
                        "\u0000")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void answersToGoodFilesWithBytesChanged(
            @ForAll boolean px, @ForAll @Size(min = 1, max = 4) List<Integer> places, @ForAll @Size(4) List<Byte> with)
            throws IOException {
        byte[] broken = good(px);
        for (int i = 0; i < places.size(); i++) {
            broken[Math.floorMod(places.get(i), broken.length)] = with.get(i);
        }
        answers(broken);
    }

    @Property(tries = 400)
    void answersToGoodFilesCutShort(@ForAll boolean px, @ForAll int length) throws IOException {
        byte[] good = good(px);
        byte[] cut = Arrays.copyOf(good, Math.floorMod(length, good.length - 3));
        answers(cut);
        if (px) {
            assertThat(PxReader.read(cut)).isNotInstanceOf(PxReading.Table.class);
        } else {
            assertThat(JsonStatReader.read(cut)).isInstanceOf(JsonStatReading.Refused.class);
        }
    }

    @Property(tries = 300)
    void anyNumberIsTheSameThroughBothFormats(@ForAll @Size(min = 1, max = 20) List<Double> values) throws IOException {
        var cells = new Cells.Builder();
        values.forEach(cells::add);
        List<Category> places = java.util.stream.IntStream.range(0, values.size())
                .mapToObj(i -> Category.of("c" + i, Texts.of("sv", "Nr " + i)))
                .toList();
        Cube cube = Cube.of(
                "T",
                "sv",
                "t",
                "s",
                List.of(Dimension.of("a", Texts.of("sv", "a"), Role.CLASSIFICATION, places)),
                cells.build());
        assertThat(CubeExamples.table(PxReader.read(CubeExamples.writtenPx(cube)))
                        .cube()
                        .cells())
                .isEqualTo(cube.cells());
        assertThat(JsonStatTest.cube(JsonStatReader.read(JsonStatTest.written(cube, "sv")))
                        .cells())
                .isEqualTo(cube.cells());
    }
}
