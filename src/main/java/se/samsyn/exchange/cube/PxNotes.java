package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Footnotes of a PX heading. A hash sign in a note is a new line. */
final class PxNotes {

    private PxNotes() {}

    /** Notes of the table, of a variable, or of a value, the mandatory first. */
    static List<Note> notes(PxHeading heading, String name, Map<String, String> variable, Map<String, String> value) {
        var notes = new ArrayList<Note>();
        for (Note.Weight weight : Note.Weight.values()) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (String language : heading.languages()) {
                var subjects = new ArrayList<String>();
                if (variable.containsKey(language)) {
                    subjects.add(variable.get(language));
                }
                if (value.containsKey(language)) {
                    subjects.add(value.get(language));
                }
                int wanted = variable.isEmpty() ? 0 : name.equals("VALUENOTE") ? 2 : 1;
                if (subjects.size() == wanted) {
                    heading.find(name(name, weight), language, subjects.toArray(String[]::new))
                            .ifPresent(each -> texts.put(language, lines(each.first())));
                }
            }
            if (!texts.isEmpty()) {
                notes.add(new Note(weight, new Texts(texts)));
            }
        }
        return notes;
    }

    static String name(String name, Note.Weight weight) {
        return weight == Note.Weight.MANDATORY ? name + "X" : name;
    }

    private static String lines(String text) {
        return text.replace('#', '\n');
    }

    /** Footnotes to cells, by the codes of the cube. Notes in other languages are joined where they follow the main one's pattern. */
    static List<CellNote> cellNotes(PxHeading heading, List<Dimension> dimensions) {
        Map<List<String>, Map<String, String>> texts = new LinkedHashMap<>();
        for (Note.Weight weight : Note.Weight.values()) {
            for (PxKeyword each : heading.named(name("CELLNOTE", weight))) {
                List<String> codes = codes(each, heading.languageOf(each), dimensions);
                if (!codes.isEmpty()) {
                    var key = new ArrayList<>(codes);
                    key.add(weight.name());
                    texts.computeIfAbsent(key, some -> new LinkedHashMap<>())
                            .put(heading.languageOf(each), lines(each.first()));
                }
            }
        }
        var notes = new ArrayList<CellNote>();
        texts.forEach((key, text) -> notes.add(new CellNote(
                key.subList(0, key.size() - 1), new Note(Note.Weight.valueOf(key.getLast()), new Texts(text)))));
        return notes;
    }

    private static List<String> codes(PxKeyword each, String language, List<Dimension> dimensions) {
        var codes = new ArrayList<String>();
        if (each.subjects().size() != dimensions.size()) {
            return List.of();
        }
        for (int i = 0; i < dimensions.size(); i++) {
            String told = each.subjects().get(i);
            if (told.equals(CellNote.ANY)) {
                codes.add(told);
                continue;
            }
            dimensions.get(i).categories().stream()
                    .filter(some -> some.label().in(language).equals(told)
                            || some.code().equals(told))
                    .findFirst()
                    .ifPresent(some -> codes.add(some.code()));
        }
        return codes.size() == dimensions.size() ? codes : List.of();
    }
}
