package se.samsyn.exchange.cube;

import java.util.List;

/**
 * One keyword of a PX file, {@code NAME[language]("subject","subject")=value,value;}.
 *
 * @param language blank where the file gives none, that is, in the file's main language
 * @param subjects what it speaks of: a variable, a value, or one value for each variable
 * @param line where it starts, from 1; 0 if it comes from no file
 */
public record PxKeyword(String name, String language, List<String> subjects, List<PxValue> values, int line) {

    /** Copies the lists. */
    public PxKeyword {
        subjects = List.copyOf(subjects);
        values = List.copyOf(values);
    }

    /** Whether the other says the same, wherever it stands. */
    public boolean same(PxKeyword other) {
        return name.equals(other.name)
                && language.equals(other.language)
                && subjects.equals(other.subjects)
                && values.equals(other.values);
    }

    /** The texts of the values. */
    List<String> texts() {
        return values.stream().map(PxValue::text).toList();
    }

    /** The first value, blank if there is none. */
    String first() {
        return values.isEmpty() ? "" : values.getFirst().text();
    }

    /** Name, language and subjects as the file writes them. */
    String told() {
        return name
                + (language.isEmpty() ? "" : "[" + language + "]")
                + (subjects.isEmpty() ? "" : "(\"" + String.join("\",\"", subjects) + "\")");
    }
}
