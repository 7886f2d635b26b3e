package se.samsyn.exchange.opendata;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a table in a PxWeb database, such as {@code TAB638} or {@code 07459}. */
public record PxTableId(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}_.:-]{1,80}");

    /** Checks the form. */
    public PxTableId {
        if (!isId(value)) {
            throw new IllegalArgumentException("Not a table id: letters, digits, _ . : and - are");
        }
    }

    /** The id a user wrote, or empty if it cannot be one. */
    public static Optional<PxTableId> find(String text) {
        String stripped = text.strip();
        return isId(stripped) ? Optional.of(new PxTableId(stripped)) : Optional.empty();
    }

    static boolean isId(String text) {
        return FORM.matcher(text).matches() && !text.matches("\\.{1,2}");
    }

    @Override
    public String toString() {
        return value;
    }
}
