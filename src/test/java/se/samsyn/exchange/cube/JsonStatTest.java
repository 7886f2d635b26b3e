package se.samsyn.exchange.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.cube.CubeExamples.reference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonStatTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static JsonStatReading read(String json) throws IOException {
        return JsonStatReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    static Cube cube(JsonStatReading reading) {
        assertThat(reading).as("%s", reading.problems()).isInstanceOf(JsonStatReading.Read.class);
        return ((JsonStatReading.Read) reading).cubes().getFirst();
    }

    private static JsonStatReading set(String rest) throws IOException {
        return read("""
                {"version":"2.0","class":"dataset","id":["kön","år"],"size":[2,2],
                 "dimension":{"kön":{"category":{"index":["K","M"]}},"år":{"category":{"index":{"2023":0,"2024":1}}}},%s}
                """.formatted(rest));
    }

    @TestFactory
    List<DynamicTest> theCasesOfTheValidatorGiveTheirCodes() throws IOException {
        JsonNode cases = MAPPER.readTree(Files.readAllBytes(reference("jsonstat/validator/cases.json")));
        assertThat(cases.size()).isEqualTo(20);
        var tests = new ArrayList<DynamicTest>();
        cases.forEach(one -> tests.add(DynamicTest.dynamicTest(one.get("id").asString(), () -> {
            JsonStatReading reading = read(one.get("input").toString());
            JsonNode expected = one.get("expected");
            Set<String> codes = new HashSet<>(CubeExamples.codes(reading.problems()));
            Set<String> wanted = new HashSet<>();
            if (expected.has("codes")) {
                expected.get("codes").forEach(code -> wanted.add(code.asString()));
            }
            assertThat(codes).containsAll(wanted);
            if (wanted.isEmpty() || expected.get("noOtherErrors").asBoolean()) {
                assertThat(codes).isEqualTo(wanted);
            }
            if (expected.has("valid")) {
                assertThat(reading.problems().stream().noneMatch(each -> each.severity() == Problem.Severity.ERROR))
                        .isEqualTo(expected.get("valid").asBoolean());
                assertThat(reading instanceof JsonStatReading.Read)
                        .isEqualTo(expected.get("valid").asBoolean());
            }
        })));
        return tests;
    }

    @Test
    void aRealSetOf37440CellsExpandsToTheRowsOfTheReferenceToolkit() throws IOException {
        var read = (JsonStatReading.Read) JsonStatReader.read(reference("jsonstat/29843.json"));
        assertThat(read.kind()).isEqualTo(JsonStatReading.Kind.BUNDLE);
        Cube cube = read.cubes().getFirst();
        assertThat(cube.cells().count()).isEqualTo(37_440);
        List<String> rows = Files.readAllLines(reference("jsonstat/29843-to_table.csv"));
        var seen = new ArrayList<String>();
        cube.each((place, value, mark) -> {
            var row = new StringBuilder();
            for (int d = 0; d < place.length; d++) {
                String label = cube.dimensions()
                        .get(d)
                        .categories()
                        .get(place[d])
                        .label()
                        .main();
                row.append(label.contains(",") ? '"' + label + '"' : label).append(',');
            }
            assertThat(mark).isEqualTo(Double.isNaN(value) ? Mark.NOT_APPLICABLE : Mark.NUMBER);
            seen.add(row + (Double.isNaN(value) ? "" : Numbers.text(value)));
        });
        assertThat(seen).hasSize(rows.size() - 1);
        for (int i = 0; i < seen.size(); i++) {
            String expected = rows.get(i + 1);
            assertThat(seen.get(i))
                    .isEqualTo(expected.endsWith(".0") ? expected.substring(0, expected.length() - 2) : expected);
        }
        assertThat(cube.dimensions())
                .extracting(Dimension::role)
                .containsExactly(Role.CLASSIFICATION, Role.MEASURE, Role.TIME);
        assertThat(cube.updated()).isEqualTo("2016-02-13T14:00:25Z");
    }

    @ParameterizedTest
    @CsvSource({
        "dataset_unemployment_v1.json, 12",
        "three_dim_v1.json, 24",
        "three_dim_size_as_string_v1.json, 24",
        "three_dim_size_as_string_v2.json, 24"
    })
    void readsTheSmallSetsOfBothVersions(String file, int cells) throws IOException {
        Cube cube = cube(JsonStatReader.read(reference("jsonstat/" + file)));
        assertThat(cube.cells().count()).isEqualTo(cells);
        assertThat(cube.cells().value(cells - 1)).isEqualTo(cells == 12 ? 34 : 234);
    }

    @Test
    void keepsTheKindsOfEmptyApart() throws IOException {
        Cells cells = cube(set("\"value\":[0,null,null,null],\"status\":[\"-\",\".\",\"..\",\"...\"]"))
                .cells();
        assertThat(List.of(cells.mark(0), cells.mark(1), cells.mark(2), cells.mark(3)))
                .containsExactly(Mark.NIL, Mark.NOT_APPLICABLE, Mark.MISSING, Mark.HIDDEN);
    }

    @Test
    void aFilesOwnWordsForItsStatusesWin() throws IOException {
        Cells cells = cube(set("\"value\":[1,null,null,null],\"status\":{\"1\":\"..\",\"2\":\"s\",\"0\":\"p\"},"
                        + "\"extension\":{\"status\":{\"label\":{\"..\":\"Confidential\",\"s\":\"Not applicable\"}}}"))
                .cells();
        assertThat(cells.symbol(0)).isEqualTo(new Symbol(Mark.NUMBER, "p"));
        assertThat(cells.mark(1)).isEqualTo(Mark.HIDDEN);
        assertThat(cells.mark(2)).isEqualTo(Mark.NOT_APPLICABLE);
        assertThat(cells.mark(3)).isEqualTo(Mark.MISSING);
    }

    @Test
    void whatASparseSetDoesNotNameIsMissingAndNotZero() throws IOException {
        Cells cells = cube(set("\"value\":{\"0\":1,\"3\":0},\"status\":\"p\"")).cells();
        assertThat(cells.value(3)).isZero();
        assertThat(cells.mark(1)).isEqualTo(Mark.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"version\":\"2.0\",\"class\":\"dataset\"', PARSE_ERROR",
        "'<html><body>404</body></html>', PARSE_ERROR",
        "'', PARSE_ERROR",
        "'[1,2]', STRUCTURAL_VIOLATION",
        "'{\"a\":1}', STRUCTURAL_VIOLATION",
        "'{} {}', PARSE_ERROR"
    })
    void refusesWhatIsNoJsonStat(String text, String code) throws IOException {
        JsonStatReading reading = read(text);
        assertThat(reading).isInstanceOf(JsonStatReading.Refused.class);
        assertThat(CubeExamples.codes(reading.problems())).contains(code);
    }

    @Test
    void refusesDeepNestingAndAbsurdSizes() throws IOException {
        assertThat(CubeExamples.codes(read("[".repeat(100_000)).problems())).containsExactly("PARSE_ERROR");
        JsonStatReading huge = read("""
                {"version":"2.0","class":"dataset","id":["a","b"],"size":[1000000,1000000],"dimension":
                {"a":{"category":{"index":["x"]}},"b":{"category":{"index":["y"]}}},"value":{}}""");
        assertThat(huge).isInstanceOf(JsonStatReading.Refused.class);
        assertThat(CubeExamples.codes(huge.problems())).contains("CUBE_SIZE_OVERFLOW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"roll\":{},\"value\":[1,2,3,4]",
                "\"value\":[1,2,3,4],\"note\":\"en text\"",
                "\"value\":[1,2,3,4],\"updated\":\"i går\"",
                "\"value\":[1,2,3,4],\"role\":{\"tid\":[\"år\"]}"
            })
    void whatDepartsFromTheShapeIsToldAndRead(String rest) throws IOException {
        JsonStatReading reading = set(rest);
        assertThat(CubeExamples.codes(reading.problems())).contains("STRUCTURAL_VIOLATION");
        assertThat(cube(reading).cells().count()).isEqualTo(4);
    }

    @Test
    void recognisesCollectionsAndDimensions() throws IOException {
        var links = (JsonStatReading.Read) read("""
                {"version":"2.0","class":"collection","link":{"item":[
                {"class":"dataset","href":"https://example.org/a","label":"A"}]}}""");
        assertThat(links.kind()).isEqualTo(JsonStatReading.Kind.COLLECTION);
        assertThat(links.links()).containsExactly(new JsonStatReading.Link("dataset", "https://example.org/a", "A"));
        var dimension = (JsonStatReading.Read) read("""
                {"version":"2.0","class":"dimension","label":"kön","category":{"label":{"K":"kvinnor","M":"män"}}}""");
        assertThat(dimension.kind()).isEqualTo(JsonStatReading.Kind.DIMENSION);
        assertThat(dimension.dimensions().getFirst().size()).isEqualTo(2);
    }

    @Test
    void whatIsWrittenIsValidAndReadsAsTheSame() throws IOException {
        Cube rich = CubeExamples.rich();
        byte[] first = written(rich, "sv");
        JsonStatReading reading = JsonStatReader.read(first);
        assertThat(reading.problems()).isEmpty();
        Cube read = cube(reading);
        assertThat(read.cells()).isEqualTo(rich.cells());
        assertThat(read.dimensions().getFirst().children())
                .isEqualTo(rich.dimensions().getFirst().children());
        assertThat(read.dimensions()
                        .getFirst()
                        .categories()
                        .getFirst()
                        .notes()
                        .getFirst()
                        .weight())
                .isEqualTo(Note.Weight.MANDATORY);
        assertThat(read.cellNotes()).hasSize(1);
        assertThat(read.unit().decimals()).isEqualTo(rich.unit().decimals());
        assertThat(written(read, "sv")).isEqualTo(first);
        assertThat(cube(JsonStatReader.read(written(rich, "en"))).title().main())
                .isEqualTo("Persons by region and year");
    }

    @Test
    void aCubeIsTheSameThroughBothFormats() throws IOException {
        Cube rich = CubeExamples.rich();
        Cube px = CubeExamples.table(
                        PxReader.read(CubeExamples.writtenPx(cube(JsonStatReader.read(written(rich, "sv"))))))
                .cube();
        assertThat(px.cells()).isEqualTo(rich.cells());
        assertThat(written(px, "sv")).isEqualTo(written(rich, "sv"));
    }

    static byte[] written(Cube cube, String language) throws IOException {
        var out = new ByteArrayOutputStream();
        JsonStatWriter.write(cube, language, out);
        return out.toByteArray();
    }
}
