package se.samsyn.exchange.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.cube.CubeExamples.reference;
import static se.samsyn.exchange.cube.CubeExamples.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What PxWeb made of the same tables. */
class PxWebTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Compares label, source, role, id, size, for each dimension its label, note, index and label of the categories and their notes, unit and
     * decimals of what is measured, and matrix, contents, language, subject, stub and heading of extension.px. TAB004's notes of the whole
     * table are compared as one text, since PxWeb parts them at two hash signs.
     */
    @ParameterizedTest
    @CsvSource({"TAB001, tab001", "TAB004, tab004"})
    void ourJsonStatOfThePxFileEqualsThatOfPxWeb(String px, String js) throws IOException {
        Cube cube =
                table(PxReader.read(reference("px/pxwebapi2/" + px + ".px"))).cube();
        var out = new ByteArrayOutputStream();
        JsonStatWriter.write(cube, "en", out);
        JsonNode ours = MAPPER.readTree(out.toByteArray());
        JsonNode theirs =
                MAPPER.readTree(Files.readAllBytes(reference("px/pxwebapi2/MetadataById_" + js + "_js2.json")));

        for (String name : List.of("version", "class", "label", "source", "role", "id", "size")) {
            assertThat(ours.get(name)).as(name).isEqualTo(theirs.get(name));
        }
        if (px.equals("TAB001")) {
            assertThat(ours.get("updated")).isEqualTo(theirs.get("updated"));
        }
        assertThat(notes(ours.get("note"))).isEqualTo(notes(theirs.get("note")));
        for (JsonNode id : theirs.get("id")) {
            JsonNode our = ours.get("dimension").get(id.asString());
            JsonNode their = theirs.get("dimension").get(id.asString());
            assertThat(our.get("label")).isEqualTo(their.get("label"));
            assertThat(notes(our.get("note"))).isEqualTo(notes(their.get("note")));
            assertThat(our.get("category").get("index").toString())
                    .isEqualTo(their.get("category").get("index").toString());
            assertThat(our.get("category").get("label").toString())
                    .isEqualTo(their.get("category").get("label").toString());
            assertThat(our.get("category").get("note"))
                    .isEqualTo(their.get("category").get("note"));
            JsonNode units = their.get("category").get("unit");
            assertThat(our.get("category").has("unit")).isEqualTo(units != null);
            if (units != null) {
                units.properties().forEach(unit -> {
                    JsonNode told = our.get("category").get("unit").get(unit.getKey());
                    assertThat(told.get("label")).isEqualTo(unit.getValue().get("base"));
                    assertThat(told.get("decimals")).isEqualTo(unit.getValue().get("decimals"));
                });
            }
        }
        for (String name :
                List.of("matrix", "contents", "language", "subject-code", "subject-area", "stub", "heading")) {
            assertThat(ours.get("extension").get("px").get(name))
                    .as(name)
                    .isEqualTo(theirs.get("extension").get("px").get(name));
        }
    }

    private static String notes(JsonNode notes) {
        var all = new StringBuilder();
        if (notes != null) {
            notes.forEach(note -> all.append(note.asString().replace("\n", "")));
        }
        return all.toString();
    }

    private static final List<String> MEASURES = List.of("Innvandring", "Utvandring", "Nettoinnvandring");

    /** The CSV and the JSON of the folder are one table, of which there is no PX file; the PX and JSON-stat files are ours. */
    @Test
    void aTableOfPxWebIsTheSameAsCsvJsonPxAndJsonStat() throws IOException {
        Map<List<String>, double[]> csv = new LinkedHashMap<>();
        for (String line : Files.readAllLines(reference("px/serializers/TestCsv.csv"))) {
            String[] part = line.split(",");
            if (part.length == 5) {
                csv.put(List.of(part[0].replace("\"", ""), part[1].replace("\"", "")), new double[] {
                    Double.parseDouble(part[2]), Double.parseDouble(part[3]), Double.parseDouble(part[4])
                });
            }
        }
        JsonNode json = MAPPER.readTree(Files.readAllBytes(reference("px/serializers/TestJson.json")));
        assertThat(json.get("data").size()).isEqualTo(csv.size());
        for (JsonNode row : json.get("data")) {
            double[] values = Objects.requireNonNull(csv.get(List.of(
                    row.get("key").get(0).asString(), row.get("key").get(1).asString())));
            for (int i = 0; i < values.length; i++) {
                assertThat(Double.parseDouble(row.get("values").get(i).asString()))
                        .isEqualTo(values[i]);
            }
        }

        Cube cube = cube(csv);
        Cube px = table(PxReader.read(CubeExamples.writtenPx(cube))).cube();
        var out = new ByteArrayOutputStream();
        JsonStatWriter.write(cube, out);
        Cube stat = ((JsonStatReading.Read) JsonStatReader.read(out.toByteArray()))
                .cubes()
                .getFirst();
        for (Cube read : List.of(px, stat)) {
            Map<List<String>, double[]> seen = new LinkedHashMap<>();
            read.each((place, value, mark) -> {
                assertThat(mark).isEqualTo(Mark.NUMBER);
                seen.computeIfAbsent(List.of(read.codeAt(0, place[0]), read.codeAt(1, place[1])), key -> new double[3])[
                        place[2]] = value;
            });
            assertThat(seen).hasSameSizeAs(csv);
            seen.forEach((key, values) -> assertThat(values).isEqualTo(csv.get(key)));
        }
    }

    private static Cube cube(Map<List<String>, double[]> rows) {
        var cells = new Cells.Builder();
        rows.values().forEach(values -> {
            for (double value : values) {
                cells.add(value);
            }
        });
        return Cube.of(
                "T",
                "no",
                "Innvandring",
                "SSB",
                List.of(
                        dimension(
                                "Statsbrgskap",
                                Role.CLASSIFICATION,
                                rows.keySet().stream()
                                        .map(List::getFirst)
                                        .distinct()
                                        .toList()),
                        dimension(
                                "Tid",
                                Role.TIME,
                                rows.keySet().stream()
                                        .map(List::getLast)
                                        .distinct()
                                        .toList()),
                        dimension("ContentsCode", Role.MEASURE, MEASURES)),
                cells.build());
    }

    private static Dimension dimension(String code, Role role, List<String> codes) {
        return Dimension.of(
                code,
                Texts.of("no", code),
                role,
                codes.stream()
                        .map(each -> Category.of(each, Texts.of("no", each)))
                        .toList());
    }
}
