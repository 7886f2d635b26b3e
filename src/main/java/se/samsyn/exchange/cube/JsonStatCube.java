package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes a cube of a JSON-stat data set that the rules have nothing against. */
final class JsonStatCube {

    private static final Json NOTHING = new Json.Null();

    private final Json set;
    private final String path;
    private final Problems problems;
    private final JsonStatRules rules;
    private final Json extension;
    private final Json px;
    private final String language;

    JsonStatCube(Json set, String path, Problems problems, JsonStatRules rules) {
        this.set = set;
        this.path = path;
        this.problems = problems;
        this.rules = rules;
        this.extension = set.find("extension").orElse(NOTHING);
        this.px = extension.find("px").orElse(NOTHING);
        this.language = px.text("language").isBlank() ? Texts.UNDETERMINED : px.text("language");
    }

    /** The hierarchy of a category object. */
    static Map<String, List<String>> children(Json category) {
        Map<String, List<String>> children = new LinkedHashMap<>();
        category.find("child")
                .orElse(NOTHING)
                .members()
                .forEach((parent, below) -> children.put(parent, below.texts()));
        return children;
    }

    /** The cube; empty, and the problems stop, if none can be made. */
    Optional<Cube> cube(String name) {
        Map<String, Json> all = JsonStatRules.dimensions(set);
        if (rules.ids().isEmpty()
                || rules.sizes().size() != rules.ids().size()
                || new HashSet<>(rules.ids()).size() < rules.ids().size()) {
            stop("/id", "Utan id och size, lika många och med olika namn, finns inga dimensioner.");
            return Optional.empty();
        }
        var dimensions = new ArrayList<Dimension>();
        for (int i = 0; i < rules.ids().size(); i++) {
            String id = rules.ids().get(i);
            Json dimension = all.getOrDefault(id, NOTHING);
            List<String> codes = JsonStatRules.codes(dimension.find("category").orElse(NOTHING));
            if (codes.size() != rules.sizes().get(i) || new HashSet<>(codes).size() < codes.size()) {
                stop(
                        "/dimension/" + JsonStatShape.pointer(id) + "/category",
                        "Dimensionen ska ha %d kategorier med olika koder."
                                .formatted(rules.sizes().get(i)));
                return Optional.empty();
            }
            dimensions.add(dimension(id, dimension, role(id)));
        }
        long size = Cube.size(dimensions);
        if (size > Limits.cells()) {
            problems.stop(Problem.error(
                    "CUBE_SIZE_OVERFLOW",
                    0,
                    path + "/size",
                    "%d celler; högst %d tas emot. Dela tabellen i mindre delar.".formatted(size, Limits.cells())));
            return Optional.empty();
        }
        if (!(set.find("value").orElse(NOTHING) instanceof Json.Column values)) {
            stop("/value", "Måste vara en lista eller ett objekt.");
            return Optional.empty();
        }
        return Optional.of(cube(name, dimensions, cells(values, (int) size)));
    }

    private void stop(String where, String text) {
        problems.stop(Problem.error(JsonStatShape.CODE, 0, path + where, text));
    }

    private Cube cube(String name, List<Dimension> dimensions, Cells cells) {
        List<String> heading = px.find("heading").map(Json::texts).orElse(List.of());
        List<String> ids = rules.ids();
        boolean suffix = heading.size() <= ids.size()
                && ids.subList(ids.size() - heading.size(), ids.size()).equals(heading);
        Unit unit = extension.find("unit").map(this::unit).orElse(Unit.NONE);
        return new Cube(
                px.text("matrix").isBlank() ? name : px.text("matrix"),
                List.of(language),
                text(set.text("label")),
                text(px.text("contents")),
                text(set.text("source")),
                px.text("subject-code"),
                text(px.text("subject-area")),
                set.text("updated"),
                unit,
                dimensions,
                px.find("heading").isPresent() && suffix ? heading.size() : 1,
                notes(set, extension),
                cellNotes(dimensions.size()),
                cells);
    }

    private Texts text(String text) {
        return text.isEmpty() ? Texts.NONE : Texts.of(language, text);
    }

    private Role role(String id) {
        Json roles = JsonStatRules.roles(set);
        if (roles.find("metric").map(Json::texts).orElse(List.of()).contains(id)) {
            return Role.MEASURE;
        }
        if (roles.find("time").map(Json::texts).orElse(List.of()).contains(id)) {
            return Role.TIME;
        }
        return roles.find("geo").map(Json::texts).orElse(List.of()).contains(id) ? Role.REGION : Role.CLASSIFICATION;
    }

    /** A dimension whose codes are all different. */
    Dimension dimension(String id, Json dimension, Role role) {
        Json category = dimension.find("category").orElse(NOTHING);
        Json labels = category.find("label").orElse(NOTHING);
        Json units = category.find("unit").orElse(NOTHING);
        Json notes = category.find("note").orElse(NOTHING);
        Json more = dimension.find("extension").orElse(NOTHING);
        Json mandatory = more.find("categoryNoteMandatory").orElse(NOTHING);
        var categories = new ArrayList<Category>();
        for (String code : JsonStatRules.codes(category)) {
            String label = labels.text(code);
            categories.add(new Category(
                    code,
                    Texts.of(language, label.isEmpty() ? code : label),
                    units.find(code).map(this::unit).orElse(Unit.NONE),
                    notes(notes.find(code).orElse(NOTHING), mandatory.find(code).orElse(NOTHING))));
        }
        String label = dimension.text("label");
        Optional<Timeline> timeline = more.find("timeline")
                .map(told -> new Timeline(
                        told.text("scale"),
                        told.find("periods").map(Json::texts).orElse(List.of())));
        return new Dimension(
                id,
                Texts.of(language, label.isEmpty() ? id : label),
                role,
                categories,
                children(category),
                notes(dimension, more),
                timeline);
    }

    private Unit unit(Json unit) {
        String label = unit.text("label").isEmpty() ? unit.text("base") : unit.text("label");
        OptionalInt decimals = unit.find("decimals").orElse(NOTHING) instanceof Json.Numeral number
                ? OptionalInt.of((int) number.value())
                : OptionalInt.empty();
        return new Unit(text(label.isEmpty() ? unit.text("symbol") : label), decimals);
    }

    private List<Note> notes(Json of, Json extension) {
        List<String> texts = (of instanceof Json.Members ? of.find("note").orElse(NOTHING) : of).texts();
        Json mandatory = extension.find("noteMandatory").orElse(NOTHING);
        var notes = new ArrayList<Note>();
        for (int i = 0; i < texts.size(); i++) {
            boolean must =
                    mandatory.find(Integer.toString(i)).orElse(NOTHING) instanceof Json.Bool(boolean value) && value;
            notes.add(new Note(must ? Note.Weight.MANDATORY : Note.Weight.OPTIONAL, text(texts.get(i))));
        }
        return notes;
    }

    private List<CellNote> cellNotes(int dimensions) {
        var notes = new ArrayList<CellNote>();
        for (Json each : extension.find("cellNotes").map(Json::items).orElse(List.of())) {
            List<String> codes = each.find("codes").map(Json::texts).orElse(List.of());
            boolean must = each.find("mandatory").orElse(NOTHING) instanceof Json.Bool(boolean value) && value;
            if (codes.size() == dimensions) {
                Note.Weight weight = must ? Note.Weight.MANDATORY : Note.Weight.OPTIONAL;
                notes.add(new CellNote(codes, new Note(weight, text(each.text("text")))));
            }
        }
        return notes;
    }

    private Cells cells(Json.Column values, int size) {
        Json status = set.find("status").orElse(NOTHING);
        String[] signs = signs(status, size);
        String common = status instanceof Json.Text(String text) ? text : "";
        Json labels =
                extension.find("status").flatMap(told -> told.find("label")).orElse(NOTHING);
        var cells = new Cells.Builder(size);
        for (int i = 0; i < size; i++) {
            cells.set(i, 0, signs.length == 0 || signs[i] == null ? symbol(common, labels) : symbol(signs[i], labels));
        }
        for (int i = 0; i < values.count(); i++) {
            int place = (int) values.key(i);
            String sign = signs.length == 0 || signs[place] == null ? common : signs[place];
            Optional<String> text = values.text(i);
            if (values.isNumber(i)) {
                put(cells, place, values.number(i), sign);
            } else if (text.isPresent()) {
                String told = text.get().strip();
                double number = Numbers.parse(told.toCharArray(), told.length());
                if (Double.isNaN(number)) {
                    cells.set(place, 0, symbol(told, labels));
                } else {
                    put(cells, place, number, sign);
                }
            }
        }
        return cells.build();
    }

    private static void put(Cells.Builder cells, int place, double value, String sign) {
        boolean nil = value == 0 && Symbol.of(sign, "").mark() == Mark.NIL;
        cells.set(
                place,
                value,
                nil ? new Symbol(Mark.NIL, sign) : sign.isEmpty() ? Symbol.NUMBER : new Symbol(Mark.NUMBER, sign));
    }

    /** The status of each cell, null where it has none; no cells at all if there is no list of them. */
    private static String[] signs(Json status, int size) {
        if (!(status instanceof Json.Column column)) {
            return new String[0];
        }
        var signs = new String[size];
        for (int i = 0; i < column.count(); i++) {
            signs[(int) column.key(i)] = column.text(i).orElse("");
        }
        return signs;
    }

    private static Symbol symbol(String sign, Json labels) {
        return sign.isEmpty() ? new Symbol(Mark.MISSING, "") : Symbol.of(sign, labels.text(sign));
    }
}
