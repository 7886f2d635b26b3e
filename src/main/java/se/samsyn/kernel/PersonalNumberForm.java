package se.samsyn.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a Swedish personal number, coordination number or interim number is written, whether it is a right one or not: year (two or
 * four digits), month, day, an optional sign and four characters, the first of which is a letter in an interim number.
 */
public final class PersonalNumberForm {

    /** The first of the last four characters: a digit, or the letter of an interim number. */
    public static final String SERIAL = "[\\dTRSUWXJKLMN]";

    private static final Pattern WHOLE =
            Pattern.compile("(\\d{2})?(\\d{2})(\\d{2})(\\d{2})([-+]?)(" + SERIAL + "\\d{2})(\\d)");
    private static final Pattern IN_TEXT = Pattern.compile("(?<!\\d)(\\d{2})?\\d{6}[-+ ]?\\d{4}(?!\\d)");

    private PersonalNumberForm() {}

    /** Matches a whole text; the groups are century, year, month, day, sign, serial number and check digit. */
    public static Matcher matcher(String text) {
        return WHOLE.matcher(text);
    }

    /** Whether a whole text has the form. */
    public static boolean fits(String text) {
        return matcher(text).matches();
    }

    /** Whether something of the form, in digits alone, stands anywhere in a text. */
    public static boolean standsIn(String text) {
        return IN_TEXT.matcher(text).find();
    }
}
