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
    private static final String DASH = "\\-\u2010-\u2015\u2212\u00AD";
    private static final String BLANK = "\\s\u00A0\u202F";
    /** What may stand between year, month and day in running text. */
    public static final String GAP = "[" + BLANK + "./" + DASH + "]?";

    /** What may stand before the last four characters in running text. */
    public static final String PARTING = "[" + BLANK + "./+" + DASH + "]{0,3}";

    private static final Pattern IN_TEXT = Pattern.compile(
            "(?<!\\d)((?:18|19|20)?\\d{2}" + GAP + "(?:0[1-9]|1[0-2])" + GAP + "(?:[06][1-9]|[1278]\\d|3[01]|9[01]))"
                    + PARTING + "(" + SERIAL + "\\d{3})(?!\\d|-\\d)",
            Pattern.CASE_INSENSITIVE);

    private PersonalNumberForm() {}

    /** Matches a whole text; the groups are century, year, month, day, sign, serial number and check digit. */
    public static Matcher matcher(String text) {
        return WHOLE.matcher(text);
    }

    /** Whether a whole text has the form. */
    public static boolean fits(String text) {
        return matcher(text).matches();
    }

    /**
     * Whether something that looks like such a number stands anywhere in a text, however it is parted. Where the day itself is
     * written in parts it may be a day and no more, and counts when the check digit is right.
     */
    public static boolean standsIn(String text) {
        var found = IN_TEXT.matcher(text);
        for (int at = 0; at <= text.length() && found.find(at); at = found.start() + 1) {
            String day = found.group(1);
            if (day.chars().allMatch(Character::isDigit) || isChecked(digits(day) + digits(found.group(2)))) {
                return true;
            }
        }
        return false;
    }

    /** The digits; the letter of an interim number counts as 1. */
    private static String digits(String text) {
        return text.replaceAll("\\p{L}", "1").replaceAll("\\D", "");
    }

    /** Whether the sum of the last ten digits, every other of them doubled, is a multiple of ten. */
    private static boolean isChecked(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }
}
