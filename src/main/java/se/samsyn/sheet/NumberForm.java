package se.samsyn.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: an optional sign, digits with spaces between thousands, and at most one decimal mark. What uses
 * one mark for thousands and the other for decimals is no number here, since 1.234 could then be either.
 */
public final class NumberForm {

    private static final Pattern FORM =
            Pattern.compile("([-\u2212+]?)(\\d{1,15}|\\d{1,3}(?:[ \u00A0\u202F]\\d{3}){1,4})(?:([.,])(\\d{1,15}))?");

    private NumberForm() {}

    /** The decimal mark the text uses; empty for whole numbers and for what is no number. */
    public static Optional<DecimalMark> mark(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(3) == null) {
            return Optional.empty();
        }
        return Optional.of(",".equals(matcher.group(3)) ? DecimalMark.COMMA : DecimalMark.POINT);
    }

    /** The number, with either mark; empty if the text is none. */
    public static Optional<BigDecimal> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group(2).replaceAll("\\D", "");
        String decimals = matcher.group(4) == null ? "" : "." + matcher.group(4);
        BigDecimal size = new BigDecimal(whole + decimals);
        return Optional.of(matcher.group(1).isEmpty() || matcher.group(1).equals("+") ? size : size.negate());
    }
}
