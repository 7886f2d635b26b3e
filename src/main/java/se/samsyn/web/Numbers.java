package se.samsyn.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Interval;

/**
 * Numbers as readers of the page's language write them: 1 234,5 in Swedish (no-break space, comma, true minus), 1,234.5 in
 * English. Templates reach it as {@code @numbers}.
 */
@Component("numbers")
public class Numbers {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private final MessageSource texts;

    Numbers(MessageSource texts) {
        this.texts = texts;
    }

    /** A whole number. */
    public String count(long value) {
        return format(0, true).format(value);
    }

    /** A number with exactly so many decimals. */
    public String decimal(double value, int decimals) {
        return format(decimals, true).format(value);
    }

    /** A number with a sign before it, for changes. */
    public String change(double value, int decimals) {
        return (value > 0 ? "+" : "") + decimal(value, decimals);
    }

    /** A share from 0 to 1 as per cent, with so many decimals. */
    public String percent(double share, int decimals) {
        return decimal(share * 100, decimals) + (english() ? "%" : NO_BREAK_SPACE + "%");
    }

    /** Both ends of an interval of shares, as per cent without decimals. */
    public String percents(Interval interval) {
        return decimal(interval.low() * 100, 0) + "–" + percent(interval.high(), 0);
    }

    /** Both ends of an interval, with so many decimals. */
    public String interval(Interval interval, int decimals) {
        return texts.getMessage(
                "web.numbers.interval",
                new Object[] {decimal(interval.low(), decimals), decimal(interval.high(), decimals)},
                LocaleContextHolder.getLocale());
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    private static DecimalFormat format(int decimals, boolean grouped) {
        var symbols = DecimalFormatSymbols.getInstance(english() ? Locale.UK : Locale.forLanguageTag("sv-SE"));
        if (!english()) {
            symbols.setGroupingSeparator(NO_BREAK_SPACE);
            symbols.setMinusSign('−');
        }
        var format = new DecimalFormat("0", symbols);
        format.setGroupingUsed(grouped);
        format.setGroupingSize(3);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }
}
