package se.samsyn.engine;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names rows that are kept: lower-case letters, digits and underscores, made by the program and never typed by anybody. */
public record RowsName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,79}");

    /** Checks the form. */
    public RowsName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Rows are named with lower-case letters, digits and underscores");
        }
    }

    /** A name that nothing else has. */
    public static RowsName fresh(String kind) {
        return new RowsName(kind + "_" + UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
