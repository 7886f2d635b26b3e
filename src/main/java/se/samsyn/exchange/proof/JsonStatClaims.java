package se.samsyn.exchange.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.exchange.cube.Category;
import se.samsyn.exchange.cube.Cells;
import se.samsyn.exchange.cube.Cube;
import se.samsyn.exchange.cube.Dimension;
import se.samsyn.exchange.cube.JsonStatReader;
import se.samsyn.exchange.cube.JsonStatReading;
import se.samsyn.exchange.cube.JsonStatWriter;
import se.samsyn.exchange.cube.Problem;
import se.samsyn.exchange.cube.PxReader;
import se.samsyn.exchange.cube.PxReading;
import se.samsyn.exchange.cube.PxWriter;
import se.samsyn.exchange.cube.Role;
import se.samsyn.exchange.cube.Texts;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON-stat as its validator, its toolkits and PxWeb understand it. */
final class JsonStatClaims {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SAME = List.of("version", "class", "label", "source", "role", "id", "size");

    private JsonStatClaims() {}

    static List<Claim> claims(Reference reference) {
        return List.of(
                new Claim(
                        "JSON-stat: en riktig tabell vecklas ut till samma rader som i referensverktyget",
                        () -> reference.with("jsonstat/29843.json", JsonStatClaims::rows)),
                new Claim(
                        "JSON-stat: validerarens fall ger dess felkoder",
                        () -> reference.with("jsonstat/validator/cases.json", JsonStatClaims::cases)),
                new Claim(
                        "PxWeb, TAB001: samma metadata ur PX-filen som PxWeb ger",
                        () -> reference.with(
                                "px/pxwebapi2/TAB001.px", file -> metadata(file, "MetadataById_tab001_js2.json"))),
                new Claim(
                        "PxWeb, TAB004: samma metadata ur PX-filen som PxWeb ger",
                        () -> reference.with(
                                "px/pxwebapi2/TAB004.px", file -> metadata(file, "MetadataById_tab004_js2.json"))),
                new Claim(
                        "PxWeb: en tabell som CSV och JSON är densamma skriven och läst som PX och JSON-stat",
                        () -> reference.with("px/serializers/TestCsv.csv", JsonStatClaims::oneTable)));
    }

    private static Verdict rows(Path file) throws IOException {
        if (!(JsonStatReader.read(file) instanceof JsonStatReading.Read read)) {
            return new Verdict.Fails("läses inte");
        }
        Cube cube = read.cubes().getFirst();
        List<String> expected = Files.readAllLines(file.resolveSibling("29843-to_table.csv"));
        int[] at = {0};
        int[] differing = {0};
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
            String theirs = ++at[0] < expected.size() ? expected.get(at[0]) : "";
            int split = theirs.lastIndexOf(',') + 1;
            String number = theirs.substring(split);
            boolean same = theirs.substring(0, split).contentEquals(row)
                    && (number.isEmpty() ? Double.isNaN(value) : Double.parseDouble(number) == value);
            differing[0] += same ? 0 : 1;
        });
        return Verdict.of(
                at[0] == expected.size() - 1 && differing[0] == 0, at[0] + " rader, " + differing[0] + " skiljer");
    }

    private static Verdict cases(Path file) throws IOException {
        JsonNode cases = JSON.readTree(Files.readAllBytes(file));
        List<String> failing = new ArrayList<>();
        for (JsonNode one : cases) {
            JsonStatReading reading =
                    JsonStatReader.read(one.get("input").toString().getBytes(StandardCharsets.UTF_8));
            JsonNode expected = one.get("expected");
            Set<String> codes = new HashSet<>();
            reading.problems().forEach(problem -> codes.add(problem.code()));
            Set<String> wanted = new HashSet<>();
            expected.path("codes").forEach(code -> wanted.add(code.asString()));
            boolean exact = wanted.isEmpty() || expected.path("noOtherErrors").asBoolean(false);
            boolean valid = reading.problems().stream().noneMatch(each -> each.severity() == Problem.Severity.ERROR);
            boolean holds = codes.containsAll(wanted)
                    && (!exact || codes.equals(wanted))
                    && (!expected.has("valid") || expected.get("valid").asBoolean() == valid);
            if (!holds) {
                failing.add(one.get("id").asString());
            }
        }
        return Verdict.of(
                cases.size() > 0 && failing.isEmpty(),
                cases.size() + " fall" + (failing.isEmpty() ? "" : ", inte " + String.join(", ", failing)));
    }

    private static Verdict metadata(Path file, String expected) throws IOException {
        if (!(PxReader.read(file) instanceof PxReading.Table table)) {
            return new Verdict.Fails("läses inte");
        }
        var out = new ByteArrayOutputStream();
        JsonStatWriter.write(table.cube(), "en", out);
        JsonNode ours = JSON.readTree(out.toByteArray());
        JsonNode theirs = JSON.readTree(Files.readAllBytes(file.resolveSibling(expected)));
        List<String> differing = new ArrayList<>();
        int compared = 0;
        for (String name : SAME) {
            compared++;
            if (!theirs.path(name).equals(ours.path(name))) {
                differing.add(name);
            }
        }
        for (JsonNode id : theirs.get("id")) {
            JsonNode our = ours.path("dimension").path(id.asString());
            JsonNode their = theirs.path("dimension").path(id.asString());
            for (String name : List.of("index", "label")) {
                compared++;
                if (!our.path("category")
                        .path(name)
                        .toString()
                        .equals(their.path("category").path(name).toString())) {
                    differing.add(id.asString() + "/" + name);
                }
            }
            compared++;
            if (!our.path("label").equals(their.path("label"))) {
                differing.add(id.asString());
            }
        }
        return Verdict.of(
                differing.isEmpty(),
                compared + " delar" + (differing.isEmpty() ? "" : ", inte " + String.join(", ", differing)));
    }

    private static Verdict oneTable(Path file) throws IOException {
        Map<List<String>, List<Double>> csv = new java.util.LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] part = line.split(",");
            if (part.length == 5) {
                csv.put(
                        List.of(part[0].replace("\"", ""), part[1].replace("\"", "")),
                        List.of(Double.valueOf(part[2]), Double.valueOf(part[3]), Double.valueOf(part[4])));
            }
        }
        Map<List<String>, List<Double>> json = new HashMap<>();
        for (JsonNode row : JSON.readTree(Files.readAllBytes(file.resolveSibling("TestJson.json")))
                .get("data")) {
            List<Double> values = new ArrayList<>();
            row.get("values").forEach(value -> values.add(Double.valueOf(value.asString())));
            json.put(
                    List.of(
                            row.get("key").get(0).asString(),
                            row.get("key").get(1).asString()),
                    values);
        }
        Cube cube = cube(csv);
        var px = new ByteArrayOutputStream();
        PxWriter.write(cube, px);
        var stat = new ByteArrayOutputStream();
        JsonStatWriter.write(cube, stat);
        boolean same = json.equals(csv)
                && PxReader.read(px.toByteArray()) instanceof PxReading.Table table
                && rows(table.cube()).equals(csv)
                && JsonStatReader.read(stat.toByteArray()) instanceof JsonStatReading.Read read
                && rows(read.cubes().getFirst()).equals(csv);
        return Verdict.of(!csv.isEmpty() && same, csv.size() * 3 + " celler i fyra format");
    }

    private static Map<List<String>, List<Double>> rows(Cube cube) {
        Map<List<String>, List<Double>> rows = new HashMap<>();
        cube.each((place, value, mark) -> rows.computeIfAbsent(
                        List.of(cube.codeAt(0, place[0]), cube.codeAt(1, place[1])), fresh -> new ArrayList<>())
                .add(value));
        return rows;
    }

    private static Cube cube(Map<List<String>, List<Double>> rows) {
        var cells = new Cells.Builder();
        rows.values().forEach(values -> values.forEach(cells::add));
        return Cube.of(
                "T",
                "no",
                "Innvandring",
                "SSB",
                List.of(
                        dimension(
                                "A",
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
                        dimension("B", Role.MEASURE, List.of("1", "2", "3"))),
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
