package se.samsyn.exchange.cube;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes JSON-stat 2.0, class dataset, with dense values. Leaves the stream open.
 *
 * <p>Statuses are the cells' symbols and explained in {@code extension.status.label}. What JSON-stat has no place for stands in extension:
 * {@code px} as PxWeb writes it (matrix, contents, language, subject, stub and heading), {@code unit} of the whole table,
 * {@code noteMandatory}, {@code cellNotes}, and a dimension's {@code timeline}.
 */
public final class JsonStatWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final Cube cube;
    private final String language;

    private JsonStatWriter(JsonGenerator json, Cube cube, String language) {
        this.json = json;
        this.cube = cube;
        this.language = language;
    }

    /** Writes the cube in its main language. */
    public static void write(Cube cube, OutputStream out) throws IOException {
        write(cube, cube.languages().getFirst(), out);
    }

    /** Writes the cube in the language, and in its main language what is not said in that. */
    public static void write(Cube cube, String language, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)
                .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false)) {
            new JsonStatWriter(json, cube, language).write();
        }
        out.flush();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("version", "2.0");
        json.writeStringProperty("class", "dataset");
        text("label", cube.title());
        text("source", cube.source());
        if (!cube.updated().isBlank()) {
            json.writeStringProperty("updated", cube.updated());
        }
        notes(cube.notes());
        roles();
        strings("id", cube.dimensions().stream().map(Dimension::code).toList());
        json.writeArrayPropertyStart("size");
        cube.dimensions().forEach(dimension -> json.writeNumber(dimension.size()));
        json.writeEndArray();
        json.writeObjectPropertyStart("dimension");
        cube.dimensions().forEach(this::dimension);
        json.writeEndObject();
        extension();
        cells();
        json.writeEndObject();
    }

    private void text(String name, Texts texts) {
        String text = texts.in(language);
        if (!text.isEmpty()) {
            json.writeStringProperty(name, text);
        }
    }

    private void strings(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void notes(List<Note> notes) {
        if (!notes.isEmpty()) {
            strings("note", texts(notes));
        }
    }

    /** The texts of the notes, each once, since the format wants them all different. */
    private List<String> texts(List<Note> notes) {
        return notes.stream().map(note -> note.text().in(language)).distinct().toList();
    }

    private void roles() {
        var roles = new LinkedHashMap<String, List<String>>();
        roles.put("time", codes(Role.TIME));
        roles.put("geo", codes(Role.REGION));
        roles.put("metric", codes(Role.MEASURE));
        roles.values().removeIf(List::isEmpty);
        if (!roles.isEmpty()) {
            json.writeObjectPropertyStart("role");
            roles.forEach(this::strings);
            json.writeEndObject();
        }
    }

    private List<String> codes(Role role) {
        return cube.dimensions().stream()
                .filter(each -> each.role() == role)
                .map(Dimension::code)
                .toList();
    }

    private void dimension(Dimension dimension) {
        json.writeObjectPropertyStart(dimension.code());
        text("label", dimension.label());
        notes(dimension.notes());
        json.writeObjectPropertyStart("category");
        json.writeObjectPropertyStart("index");
        for (int i = 0; i < dimension.size(); i++) {
            json.writeNumberProperty(dimension.categories().get(i).code(), i);
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("label");
        dimension
                .categories()
                .forEach(each ->
                        json.writeStringProperty(each.code(), each.label().in(language)));
        json.writeEndObject();
        some("note", dimension, each -> !each.notes().isEmpty(), each -> strings(each.code(), texts(each.notes())));
        some("unit", dimension, each -> !each.unit().isEmpty(), each -> unit(each.code(), each.unit()));
        if (!dimension.children().isEmpty()) {
            json.writeObjectPropertyStart("child");
            dimension.children().forEach(this::strings);
            json.writeEndObject();
        }
        json.writeEndObject();
        more(dimension);
        json.writeEndObject();
    }

    private void some(String name, Dimension dimension, Predicate<Category> has, Consumer<Category> write) {
        List<Category> some = dimension.categories().stream().filter(has).toList();
        if (!some.isEmpty()) {
            json.writeObjectPropertyStart(name);
            some.forEach(write);
            json.writeEndObject();
        }
    }

    private void unit(String name, Unit unit) {
        json.writeObjectPropertyStart(name);
        text("label", unit.label());
        unit.decimals().ifPresent(decimals -> json.writeNumberProperty("decimals", decimals));
        json.writeEndObject();
    }

    private void more(Dimension dimension) {
        boolean mandatory = isMandatory(dimension.notes());
        List<Category> marked = dimension.categories().stream()
                .filter(each -> isMandatory(each.notes()))
                .toList();
        if (!mandatory && marked.isEmpty() && dimension.timeline().isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("extension");
        mandatory("noteMandatory", dimension.notes());
        if (!marked.isEmpty()) {
            json.writeObjectPropertyStart("categoryNoteMandatory");
            for (Category each : marked) {
                json.writeObjectPropertyStart(each.code());
                mandatory("noteMandatory", each.notes());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        dimension.timeline().ifPresent(timeline -> {
            json.writeObjectPropertyStart("timeline");
            json.writeStringProperty("scale", timeline.scale());
            strings("periods", timeline.periods());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static boolean isMandatory(List<Note> notes) {
        return notes.stream().anyMatch(note -> note.weight() == Note.Weight.MANDATORY);
    }

    private void mandatory(String name, List<Note> notes) {
        if (!isMandatory(notes)) {
            return;
        }
        List<String> texts = texts(notes);
        json.writeObjectPropertyStart(name);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            boolean must = notes.stream()
                    .anyMatch(note -> note.weight() == Note.Weight.MANDATORY
                            && note.text().in(language).equals(text));
            if (must) {
                json.writeBooleanProperty(Integer.toString(i), true);
            }
        }
        json.writeEndObject();
    }

    private void extension() {
        json.writeObjectPropertyStart("extension");
        json.writeObjectPropertyStart("px");
        if (!cube.code().isEmpty()) {
            json.writeStringProperty("matrix", cube.code());
        }
        text("contents", cube.contents());
        json.writeStringProperty("language", language);
        if (!cube.subjectCode().isEmpty()) {
            json.writeStringProperty("subject-code", cube.subjectCode());
        }
        text("subject-area", cube.subject());
        List<String> ids = cube.dimensions().stream().map(Dimension::code).toList();
        int stubs = ids.size() - cube.headings();
        strings("stub", ids.subList(0, stubs));
        strings("heading", ids.subList(stubs, ids.size()));
        json.writeEndObject();
        mandatory("noteMandatory", cube.notes());
        if (!cube.unit().isEmpty()) {
            unit("unit", cube.unit());
        }
        cellNotes();
        labels();
        json.writeEndObject();
    }

    private void cellNotes() {
        if (cube.cellNotes().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("cellNotes");
        for (CellNote each : cube.cellNotes()) {
            json.writeStartObject();
            strings("codes", each.codes());
            text("text", each.note().text());
            json.writeBooleanProperty("mandatory", each.note().weight() == Note.Weight.MANDATORY);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void labels() {
        var labels = new LinkedHashMap<String, String>();
        for (Symbol symbol : cube.cells().symbols()) {
            if (symbol.mark() != Mark.NUMBER) {
                labels.put(sign(symbol), Symbol.meaning(symbol.mark()));
            }
        }
        if (labels.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("status");
        json.writeObjectPropertyStart("label");
        labels.forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A dash is the one sign of nil, whatever the sign was. */
    private static String sign(Symbol symbol) {
        boolean odd = symbol.mark() == Mark.NIL || symbol.text().isEmpty();
        return odd ? Symbol.of(symbol.mark()).text() : symbol.text();
    }

    private void cells() {
        Cells cells = cube.cells();
        json.writeArrayPropertyStart("value");
        boolean any = false;
        for (int i = 0; i < cells.count(); i++) {
            Symbol symbol = cells.symbol(i);
            any |= !symbol.equals(Symbol.NUMBER);
            double value = cells.value(i);
            if (!symbol.mark().counts()) {
                json.writeNull();
            } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                json.writeNumber((long) value);
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndArray();
        if (!any) {
            return;
        }
        json.writeObjectPropertyStart("status");
        for (int i = 0; i < cells.count(); i++) {
            String sign = sign(cells.symbol(i));
            if (!sign.isEmpty()) {
                json.writeStringProperty(Integer.toString(i), sign);
            }
        }
        json.writeEndObject();
    }
}
