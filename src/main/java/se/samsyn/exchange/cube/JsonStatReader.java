package se.samsyn.exchange.cube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON-stat 2.0 (json-stat.org/full) and 1.x.
 *
 * <p>Problems bear the codes of the JSON-stat validator. What breaks a rule between the parts of a data set is refused. What only departs
 * from the document's shape is told as STRUCTURAL_VIOLATION and read if a whole cube can be made in spite of it.
 */
public final class JsonStatReader {

    private static final long MOST_BYTES = 200L << 20;
    private static final int DEEPEST = 3;

    private final Problems problems = new Problems();
    private final List<Cube> cubes = new ArrayList<>();
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<JsonStatReading.Link> links = new ArrayList<>();

    private JsonStatReader() {}

    /** Reads a file. */
    public static JsonStatReading read(Path file) throws IOException {
        return new JsonStatReader().read(Source.of(file), Files.size(file));
    }

    /** Reads a document that is in memory. */
    public static JsonStatReading read(byte[] document) throws IOException {
        return new JsonStatReader().read(Source.of(document), document.length);
    }

    private JsonStatReading read(Source source, long bytes) throws IOException {
        if (bytes > MOST_BYTES) {
            return refused(Problem.error("BUDGET_EXCEEDED", 0, "", "Filen är större än 200 megabyte."));
        }
        try {
            Json root = JsonTree.parse(source);
            if (!(root instanceof Json.Members)) {
                return refused(Problem.error(JsonStatShape.CODE, 1, "/", "Dokumentet ska vara ett JSON-objekt."));
            }
            JsonStatReading.Kind kind = kind(root);
            return problems.stops()
                    ? new JsonStatReading.Refused(problems.list())
                    : new JsonStatReading.Read(kind, cubes, dimensions, links, problems.list());
        } catch (JsonTree.Malformed e) {
            return refused(
                    Problem.error("PARSE_ERROR", e.line, "", "Filen är ingen hel JSON: %s.".formatted(e.getMessage())));
        }
    }

    private JsonStatReading refused(Problem problem) {
        problems.stop(problem);
        return new JsonStatReading.Refused(problems.list());
    }

    private JsonStatReading.Kind kind(Json root) {
        boolean first = root.find("class").isEmpty() && !root.text("version").equals("2.0");
        if (!first) {
            new JsonStatShape(problems).root(root);
        }
        return switch (root.text("class")) {
            case "dataset" -> {
                set(root, "", "");
                yield JsonStatReading.Kind.DATASET;
            }
            case "collection" -> {
                collection(root, "", DEEPEST);
                yield JsonStatReading.Kind.COLLECTION;
            }
            case "dimension" -> {
                dimension(root);
                yield JsonStatReading.Kind.DIMENSION;
            }
            default -> withoutClass(root);
        };
    }

    /** JSON-stat 1.x has no class: a data set, or a bundle of them by name. */
    private JsonStatReading.Kind withoutClass(Json root) {
        if (isSet(root)) {
            set(root, "", "");
            return JsonStatReading.Kind.DATASET;
        }
        boolean any = false;
        for (Map.Entry<String, Json> each : root.members().entrySet()) {
            if (isSet(each.getValue())) {
                any = true;
                set(each.getValue(), "/" + JsonStatShape.pointer(each.getKey()), each.getKey());
            }
        }
        if (any) {
            problems.add(new Problem(
                    Problem.Severity.INFO,
                    "BUNDLE_DEPRECATED",
                    0,
                    "/",
                    "Dokumentet är en samling av äldre slag (före 2.0); använd klassen collection."));
        } else {
            problems.stop(Problem.error(
                    JsonStatShape.CODE, 0, "/class", "Dokumentet är inte JSON-stat: inga dataset finns i det."));
        }
        return JsonStatReading.Kind.BUNDLE;
    }

    private static boolean isSet(Json node) {
        return node.text("class").equals("dataset")
                || (node.find("value").isPresent()
                        && (node.find("dimension").isPresent()
                                || node.find("id").isPresent()));
    }

    private void set(Json set, String path, String name) {
        var rules = new JsonStatRules(set, path, problems);
        rules.check();
        if (!problems.stops()) {
            Optional<Cube> cube = new JsonStatCube(set, path, problems, rules).cube(name);
            cube.ifPresent(cubes::add);
        }
    }

    private void collection(Json collection, String path, int depth) {
        List<Json> items = collection
                .find("link")
                .flatMap(link -> link.find("item"))
                .map(Json::items)
                .orElse(List.of());
        if (depth == 0) {
            problems.add(new Problem(
                    Problem.Severity.INFO,
                    "RECURSION_LIMIT",
                    0,
                    path + "/link/item",
                    "Samlingar inuti samlingar läses högst tre led."));
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            Json item = items.get(i);
            String here = path + "/link/item/" + i;
            String kind = item.text("class");
            if (kind.equals("dataset")
                    && (item.find("value").isPresent() || item.find("id").isPresent())) {
                set(item, here, "");
            } else if (kind.equals("collection") && item.find("link").isPresent()) {
                collection(item, here, depth - 1);
            } else {
                links.add(new JsonStatReading.Link(kind, item.text("href"), item.text("label")));
            }
        }
    }

    private void dimension(Json root) {
        Json category = root.find("category").orElse(new Json.Null());
        List<String> codes = JsonStatRules.codes(category);
        if (codes.isEmpty() || codes.stream().distinct().count() < codes.size()) {
            problems.stop(Problem.error(
                    JsonStatShape.CODE, 0, "/category", "En dimension ska ha kategorier med olika koder."));
            return;
        }
        var rules = new JsonStatRules(root, "", problems);
        dimensions.add(
                new JsonStatCube(root, "", problems, rules).dimension(root.text("label"), root, Role.CLASSIFICATION));
    }
}
