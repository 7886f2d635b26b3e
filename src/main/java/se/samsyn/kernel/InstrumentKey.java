package se.samsyn.kernel;

import java.util.regex.Pattern;

/** The stable name of an instrument across its versions, such as {@code vald}: lower-case letters, digits and hyphens. */
public record InstrumentKey(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** Checks the form. */
    public InstrumentKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not an instrument key: lower-case letters, digits and hyphens are allowed");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
