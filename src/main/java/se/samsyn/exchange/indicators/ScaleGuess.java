package se.samsyn.exchange.indicators;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.indicator.Scale;

/**
 * What the number of an indicator is, guessed from its title or unit as Kolada and Statistics Sweden write them, with how many decimals it
 * is told. A percentage that is not said to be a share of something, such as a change, is not taken for one.
 */
record ScaleGuess(Scale scale, int decimals) {

    private static final Pattern YEARS = Pattern.compile("\\s*\\((-?\\d{4}|\\d{4}-|-\\s?\\d{4})\\)\\s*$");
    private static final Pattern RATE = Pattern.compile(
            "(?:antal|fall|personer|per)\\b[^,]*?(?:/|per)?\\s*(100[  .]?000|10[  .]?000|1[  .]?000)(?!\\d)");
    private static final Pattern PERCENT = Pattern.compile("%|\\bprocent|\\bper cent|\\bpercent");
    private static final Pattern SHARE = Pattern.compile("andel|svarsfrekvens|share|proportion");
    private static final Pattern CHANGE = Pattern.compile("förändring|utveckling|avvikelse|change|growth|tillväxt");
    private static final Pattern COUNT =
            Pattern.compile("(?:^|, |: )(?:antal|number)(?: (?:personer|invånare|fall|ärenden|svar|barn))?$");
    private static final Pattern MEAN = Pattern.compile("genomsnitt$|medelvärde|medelvärde$|, mean$|average$");
    private static final Pattern MEDIAN = Pattern.compile("\\bmedian");
    private static final Pattern MONEY = Pattern.compile("\\b(kr|tkr|mnkr|kronor|sek)\\b");

    /** From a title of Kolada's: {@code ..., andel (%)}, {@code ..., antal/10 000 inv}, {@code ..., antal}. */
    static ScaleGuess ofTitle(String title) {
        String plain = YEARS.matcher(title.strip().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .strip();
        Matcher rate = RATE.matcher(plain);
        if (rate.find() && !MONEY.matcher(plain).find()) {
            return new ScaleGuess(rate(rate.group(1)), 1);
        }
        if (PERCENT.matcher(plain).find()) {
            boolean share =
                    SHARE.matcher(plain).find() && !CHANGE.matcher(plain).find();
            return new ScaleGuess(share ? Scale.PERCENT : Scale.OTHER, 1);
        }
        if (COUNT.matcher(plain).find()) {
            return new ScaleGuess(Scale.COUNT, 0);
        }
        if (MEDIAN.matcher(plain).find()) {
            return new ScaleGuess(Scale.MEDIAN, 1);
        }
        if (MEAN.matcher(plain).find()) {
            return new ScaleGuess(Scale.MEAN, 1);
        }
        return new ScaleGuess(Scale.OTHER, MONEY.matcher(plain).find() ? 0 : 1);
    }

    /** From a unit, and the title where the unit says nothing. */
    static ScaleGuess ofUnit(String unit, String title) {
        String plain = unit.strip().toLowerCase(Locale.ROOT);
        Matcher rate = Pattern.compile("(?:per|/)\\s*(100[  .]?000|10[  .]?000|1[  .]?000)(?!\\d)")
                .matcher(plain);
        if (rate.find()) {
            return new ScaleGuess(rate(rate.group(1)), 1);
        }
        if (plain.startsWith("promille") || plain.equals("‰")) {
            return new ScaleGuess(Scale.PER_1000, 1);
        }
        if (PERCENT.matcher(plain).find()) {
            return new ScaleGuess(
                    CHANGE.matcher(plain + " " + title.toLowerCase(Locale.ROOT)).find() ? Scale.OTHER : Scale.PERCENT,
                    1);
        }
        if (plain.matches("(?:antal|number|persons?|personer|antall|individer|hushåll|households|count)\\b.*")) {
            return new ScaleGuess(Scale.COUNT, 0);
        }
        if (plain.startsWith("medel") || plain.startsWith("mean")) {
            return new ScaleGuess(Scale.MEAN, 1);
        }
        if (plain.startsWith("median")) {
            return new ScaleGuess(Scale.MEDIAN, 1);
        }
        return ofTitle(title);
    }

    private static Scale rate(String base) {
        return switch (base.replaceAll("\\D", "")) {
            case "1000" -> Scale.PER_1000;
            case "10000" -> Scale.PER_10000;
            default -> Scale.PER_100000;
        };
    }

    /** The word of a scale in files, which {@link #ofUnit} understands again. */
    static String unit(Scale scale) {
        return switch (scale) {
            case PERCENT -> "procent";
            case PER_1000 -> "per 1 000";
            case PER_10000 -> "per 10 000";
            case PER_100000 -> "per 100 000";
            case COUNT -> "antal";
            case MEAN -> "medelvärde";
            case MEDIAN -> "median";
            case OTHER -> "";
        };
    }
}
