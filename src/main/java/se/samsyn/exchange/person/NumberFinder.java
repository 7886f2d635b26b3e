package se.samsyn.exchange.person;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.kernel.PersonalNumberForm;

/**
 * Finds personal numbers that stand in other text. Found are all valid ones, however they are written, and also those with a wrong
 * check digit where the writing shows that a personal number was meant: twelve digits, or a sign before the last four.
 */
public final class NumberFinder {

    /** What a masked number is replaced by. */
    public static final String MASK = "[•••]";

    private static final Pattern CANDIDATE = Pattern.compile(
            "(?<!\\d)(?:18|19|20)?\\d{2}" + PersonalNumberForm.GAP + "\\d{2}" + PersonalNumberForm.GAP + "\\d{2}("
                    + PersonalNumberForm.PARTING + ")" + PersonalNumberForm.SERIAL + "\\d{3}(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final int TWELVE = 12;
    /** Ten, or nine and a letter. */
    private static final int FEWEST_DIGITS = 9;

    private NumberFinder() {}

    /** Whether the text holds a personal number. */
    public static boolean holdsNumber(String text, LocalDate today) {
        return text.length() >= 10 && !mask(text, today).equals(text);
    }

    /** The text with every personal number replaced by {@link #MASK}. */
    public static String mask(String text, LocalDate today) {
        if (text.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return text;
        }
        Matcher matcher = CANDIDATE.matcher(text);
        var masked = new StringBuilder();
        int from = 0;
        int at = 0;
        while (at <= text.length() && matcher.find(at)) {
            if (isNumber(matcher, today)) {
                masked.append(text, from, matcher.start()).append(MASK);
                from = matcher.end();
                at = from;
            } else {
                at = matcher.start() + 1;
            }
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static boolean isNumber(Matcher matcher, LocalDate today) {
        String sign = matcher.group(1).replaceAll("[\\s\u00A0\u202F.]", "");
        String digits = matcher.group().replaceAll("[^\\dA-Za-z]", "");
        int split = digits.length() - 4;
        String written = digits.substring(0, split) + (sign.contains("+") ? "+" : "-") + digits.substring(split);
        return switch (PersonalNumber.check(written, today)) {
            case NumberCheck.Valid valid -> true;
            case NumberCheck.Refused refused ->
                refused == NumberCheck.Refused.CHECK_DIGIT && (!sign.isEmpty() || digits.length() == TWELVE);
        };
    }
}
