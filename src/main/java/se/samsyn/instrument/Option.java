package se.samsyn.instrument;

import java.util.regex.Pattern;
import se.samsyn.kernel.Wording;

/**
 * One answer to choose.
 *
 * @param code what is stored: lower-case letters, digits and underscores, at most 40 signs. A code that is a whole number is
 *     also the option's value where the question is an item of a scale. The code {@code none} stands alone: it cannot be chosen
 *     together with others
 * @param label what is shown
 */
public record Option(String code, Wording label) {

    /** The code of "none of these". */
    public static final String NONE = "none";

    private static final Pattern FORM = Pattern.compile("[a-z0-9_]{1,40}");

    /** Checks the code's form. */
    public Option {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "Not an option code: " + code + " (lower-case letters, digits and underscores, at most 40 signs)");
        }
    }
}
