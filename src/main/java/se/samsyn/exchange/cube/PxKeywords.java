package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says a cube in the keywords of PX, in the order that the format recommends. */
final class PxKeywords {

    private static final int MOST_DECIMALS = 15;

    private final Cube cube;
    private final List<PxKeyword> all = new ArrayList<>();

    /** For each language the names of the variables, and for each variable its values. */
    private String language = "";

    private String tag = "";

    private PxKeywords(Cube cube) {
        this.cube = cube;
    }

    static List<PxKeyword> of(Cube cube) {
        var keywords = new PxKeywords(cube);
        keywords.start();
        for (String language : cube.languages()) {
            keywords.language = language;
            keywords.tag = language.equals(cube.languages().getFirst()) ? "" : language;
            keywords.inLanguage();
        }
        keywords.symbols();
        return List.copyOf(keywords.all);
    }

    private void start() {
        text("CHARSET", "ANSI");
        text("AXIS-VERSION", "2013");
        text("CODEPAGE", "UTF-8");
        if (!cube.languages().getFirst().equals(Texts.UNDETERMINED)) {
            text("LANGUAGE", cube.languages().getFirst());
            if (cube.languages().size() > 1) {
                add(
                        "LANGUAGES",
                        List.of(),
                        cube.languages().stream().map(PxKeywords::quoted).toList());
            }
        }
        int shown = cube.unit()
                .decimals()
                .orElse(cube.dimensions().stream()
                        .flatMap(dimension -> dimension.categories().stream())
                        .mapToInt(category -> category.unit().decimals().orElse(0))
                        .max()
                        .orElse(0));
        bare("DECIMALS", Integer.toString(Math.max(shown, decimals(cube.cells()))));
        bare("SHOWDECIMALS", Integer.toString(shown));
        text("MATRIX", cube.code().isBlank() ? "TABELL" : cube.code());
        text("SUBJECT-CODE", cube.subjectCode().isBlank() ? cube.code() : cube.subjectCode());
    }

    /** How many decimals the numbers have, 15 at most. */
    private static int decimals(Cells cells) {
        int most = 0;
        double power = 1;
        for (int i = 0; i < cells.count() && most < MOST_DECIMALS; i++) {
            double value = cells.value(i);
            while (!Double.isNaN(value) && most < MOST_DECIMALS && Math.rint(value * power) / power != value) {
                most++;
                power *= 10;
            }
        }
        return most;
    }

    private void inLanguage() {
        text("SUBJECT-AREA", or(cube.subject().in(language), cube.contents().in(language)));
        text("TITLE", cube.title().in(language));
        text("CONTENTS", or(cube.contents().in(language), cube.title().in(language)));
        text("UNITS", unit());
        List<Dimension> dimensions = cube.dimensions();
        int stubs = dimensions.size() - cube.headings();
        names("STUB", 0, stubs);
        names("HEADING", stubs, dimensions.size());
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).role() == Role.MEASURE) {
                text("CONTVARIABLE", name(i));
                break;
            }
        }
        for (int i = 0; i < dimensions.size(); i++) {
            variable(i, dimensions.get(i));
        }
        if (!cube.updated().isBlank() && !PxTime.px(cube.updated()).isBlank()) {
            text("LAST-UPDATED", PxTime.px(cube.updated()));
        }
        if (!cube.source().isBlank()) {
            text("SOURCE", cube.source().in(language));
        }
        notes("NOTE", cube.notes(), List.of());
        for (CellNote note : cube.cellNotes()) {
            var subjects = new ArrayList<String>();
            for (int i = 0; i < note.codes().size(); i++) {
                subjects.add(
                        note.codes().get(i).equals(CellNote.ANY)
                                ? CellNote.ANY
                                : valueOf(i, note.codes().get(i)));
            }
            notes("CELLNOTE", List.of(note.note()), subjects);
        }
    }

    private static String or(String first, String second) {
        return first.isBlank() ? second : first;
    }

    private String unit() {
        if (!cube.unit().label().isBlank()) {
            return cube.unit().label().in(language);
        }
        return cube.find(Role.MEASURE)
                .flatMap(dimension -> dimension.categories().stream().findFirst())
                .map(category -> category.unit().label().in(language))
                .orElse("");
    }

    private void names(String keyword, int from, int to) {
        var names = new ArrayList<PxValue>();
        for (int i = from; i < to; i++) {
            names.add(quoted(name(i)));
        }
        if (!names.isEmpty()) {
            add(keyword, List.of(), names);
        }
    }

    /** The variable's label, with its code if two have the same label. */
    private String name(int place) {
        Dimension dimension = cube.dimensions().get(place);
        String label = or(dimension.label().in(language), dimension.code());
        for (int i = 0; i < cube.dimensions().size(); i++) {
            Dimension other = cube.dimensions().get(i);
            if (i != place && or(other.label().in(language), other.code()).equals(label)) {
                return label + " (" + dimension.code() + ")";
            }
        }
        return label;
    }

    private List<String> values(Dimension dimension) {
        var values = new ArrayList<String>();
        Set<String> seen = new HashSet<>();
        for (Category category : dimension.categories()) {
            String label = or(category.label().in(language), category.code());
            values.add(seen.add(label) ? label : label + " (" + category.code() + ")");
        }
        return values;
    }

    private String valueOf(int place, String code) {
        Dimension dimension = cube.dimensions().get(place);
        List<String> values = values(dimension);
        for (int i = 0; i < values.size(); i++) {
            if (dimension.categories().get(i).code().equals(code)) {
                return values.get(i);
            }
        }
        return code;
    }

    private void variable(int place, Dimension dimension) {
        String name = name(place);
        List<String> values = values(dimension);
        text("VARIABLECODE", dimension.code(), name);
        add("VALUES", List.of(name), values.stream().map(PxKeywords::quoted).toList());
        timeline(dimension).ifPresent(line -> {
            var told = new ArrayList<PxValue>(List.of(new PxValue.Bare("TLIST(%s)".formatted(line.scale()))));
            line.periods().forEach(period -> told.add(quoted(period)));
            add("TIMEVAL", List.of(name), told);
        });
        add(
                "CODES",
                List.of(name),
                dimension.categories().stream().map(each -> quoted(each.code())).toList());
        text("VARIABLE-TYPE", type(dimension.role()), name);
        var steps = new ArrayList<PxValue>();
        dimension
                .children()
                .forEach((parent, children) -> children.forEach(child -> steps.add(new PxValue.Step(parent, child))));
        if (!steps.isEmpty()) {
            add("HIERARCHIES", List.of(name), steps);
        }
        notes("NOTE", dimension.notes(), List.of(name));
        for (int i = 0; i < values.size(); i++) {
            Category category = dimension.categories().get(i);
            Unit unit = category.unit();
            String value = values.get(i);
            if (dimension.role() == Role.MEASURE && !unit.label().isBlank()) {
                text("UNITS", unit.label().in(language), value);
            }
            unit.decimals()
                    .ifPresent(count ->
                            add("PRECISION", List.of(name, value), List.of(new PxValue.Bare(Integer.toString(count)))));
            notes("VALUENOTE", category.notes(), List.of(name, value));
        }
    }

    private static String type(Role role) {
        return switch (role) {
            case TIME -> "T";
            case REGION -> "G";
            case MEASURE -> "C";
            case CLASSIFICATION -> "V";
        };
    }

    /** The time as PX tells it, where the codes are years, half-years, quarters, months or weeks. */
    private static Optional<Timeline> timeline(Dimension dimension) {
        if (dimension.timeline().isPresent() || dimension.role() != Role.TIME) {
            return dimension.timeline();
        }
        List<String> codes = dimension.categories().stream().map(Category::code).toList();
        return Map.of(
                        "A1",
                        "\\d{4}",
                        "H1",
                        "\\d{4}H[12]",
                        "Q1",
                        "\\d{4}[QK][1-4]",
                        "M1",
                        "\\d{4}M\\d{2}",
                        "W1",
                        "\\d{4}[WUV]\\d{2}")
                .entrySet()
                .stream()
                .filter(scale -> codes.stream().allMatch(code -> code.matches(scale.getValue())))
                .findFirst()
                .map(scale -> new Timeline(
                        scale.getKey(),
                        codes.stream().map(code -> code.replaceAll("[A-Z]", "")).toList()));
    }

    private void notes(String name, List<Note> notes, List<String> subjects) {
        for (Note note : notes) {
            text(
                    PxNotes.name(name, note.weight()),
                    note.text().in(language).replace('\n', '#'),
                    subjects.toArray(String[]::new));
        }
    }

    private void symbols() {
        language = "";
        tag = "";
        Set<String> told = new HashSet<>();
        for (Symbol symbol : cube.cells().symbols()) {
            String sign = PxWriter.own(symbol);
            if (symbol.mark() != Mark.NUMBER && told.add(sign)) {
                String name = sign.equals("-") ? "NIL" : sign.length() > 6 ? "SUM" : Integer.toString(sign.length());
                text("DATASYMBOL" + name, Symbol.meaning(symbol.mark()));
            }
        }
    }

    private void text(String name, String text, String... subjects) {
        add(name, List.of(subjects), List.of(quoted(text)));
    }

    private void bare(String name, String text) {
        add(name, List.of(), List.of(new PxValue.Bare(text)));
    }

    private void add(String name, List<String> subjects, List<PxValue> values) {
        all.add(new PxKeyword(name, tag, subjects, values, 0));
    }

    private static PxValue quoted(String text) {
        return new PxValue.Quoted(text.replace('"', '\''));
    }
}
