package se.samsyn.web;

import java.util.List;

/**
 * A question as {@code web/_form.html} shows it, in the reader's language. Empty texts and lists mean that there is nothing to
 * show. The answer is sent as the parameter {@code a.NAME}; a special answer in the same parameter where the field is a choice of
 * one, otherwise in {@code s.NAME}.
 *
 * @param name the variable
 * @param value what stands in the input, for numbers, days and texts
 * @param special the special answers the question allows
 * @param rows the rows of a matrix, which has no answer of its own
 * @param rule when it is asked
 */
public record FormField(
        String name,
        Kind kind,
        Need need,
        String text,
        String help,
        String why,
        String value,
        Limits limits,
        List<FormChoice> choices,
        List<FormChoice> special,
        List<FormField> rows,
        ShowRule rule,
        List<String> faults) {

    /** How it is answered. */
    public enum Kind {
        ONE,
        MANY,
        SCALE,
        NUMBER,
        DAY,
        TEXT,
        MATRIX
    }

    /** Whether an answer is needed. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    /**
     * What an input takes.
     *
     * @param low lowest number or first day; for a scale, the label of the low end
     * @param high highest number or last day; for a scale, the label of the high end
     * @param unit after a number
     * @param longest signs in a text; 0 for others
     */
    public record Limits(String low, String high, String unit, int longest) {

        /** No limits. */
        public static final Limits NONE = new Limits("", "", "", 0);
    }

    /**
     * When a field is asked; both are empty when it always is.
     *
     * @param words for people: "Answer only if ..."
     * @param json for {@code web/form.js}
     */
    public record ShowRule(String words, String json) {

        /** Always. */
        public static final ShowRule ALWAYS = new ShowRule("", "");
    }

    /** Copies the lists. */
    public FormField {
        choices = List.copyOf(choices);
        special = List.copyOf(special);
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** Whether an answer is needed. */
    public boolean required() {
        return need == Need.REQUIRED;
    }

    /** The ids that describe the field to a screen reader, in the order they are read; empty where there are none. */
    public String describedBy() {
        StringBuilder ids = new StringBuilder();
        if (!rule.words().isEmpty()) {
            ids.append("rule-").append(name).append(' ');
        }
        if (!help.isEmpty()) {
            ids.append("help-").append(name).append(' ');
        }
        if (!faults.isEmpty()) {
            ids.append("fault-").append(name);
        }
        return ids.toString().strip();
    }
}
