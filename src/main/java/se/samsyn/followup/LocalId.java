package se.samsyn.followup;

import java.util.regex.Pattern;
import se.samsyn.kernel.PersonalNumberForm;

/**
 * What the unit calls the case: a pseudonym of its own making, never a name or a personal number. 1 to 40 letters, digits and
 * {@code - _ . /}.
 */
public record LocalId(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_./-]{0,39}");

    /** Checks the form. */
    public LocalId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A local id is 1 to 40 letters, digits, hyphens, dots and slashes");
        }
        if (PersonalNumberForm.fits(value)) {
            throw new IllegalArgumentException("A local id must not look like a personal number");
        }
    }

    /** Whether a text has the form of an id. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches() && !looksPersonal(text);
    }

    /** Whether a text is, or holds, what looks like a personal or co-ordination number, however it is parted. */
    public static boolean looksPersonal(String text) {
        return PersonalNumberForm.fits(text.strip()) || PersonalNumberForm.standsIn(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
