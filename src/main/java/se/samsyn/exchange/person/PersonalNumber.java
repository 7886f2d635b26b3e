package se.samsyn.exchange.person;

import dev.personnummer.Options;
import dev.personnummer.Personnummer;
import dev.personnummer.PersonnummerException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import se.samsyn.kernel.PersonalNumberForm;

/**
 * A valid Swedish personal number, coordination number or interim number (with a letter, such as T, among the last four). Its text form is hidden on purpose: it can be turned into a
 * {@link PersonKey} and nothing else.
 *
 * <p>Form: year (two or four digits), month, day, an optional sign and four digits, the last of them a check digit (Luhn, mod 10).
 * A plus sign is used from the year the person turns 100; in a coordination number the day is increased by 60. Source: the
 * Population Registration Act (1991:481) section 18 and the Act (2022:1697) on coordination numbers, chapter 2 section 8.
 */
public final class PersonalNumber {

    private static final Options NUMBERS = new Options(true, true);

    private final String twelve;

    private PersonalNumber(String twelve) {
        this.twelve = twelve;
    }

    /**
     * Checks a text.
     *
     * @param today a number with a day of birth after it is refused
     */
    public static NumberCheck check(String text, LocalDate today) {
        String plain = plain(text);
        Matcher matcher = PersonalNumberForm.matcher(plain);
        if (!matcher.matches()) {
            return NumberCheck.Refused.FORM;
        }
        if (!dateExists(matcher)) {
            return NumberCheck.Refused.DATE;
        }
        try {
            String twelve =
                    Personnummer.parse(withCentury(matcher, today), NUMBERS).format(true);
            return born(twelve).isAfter(today)
                    ? NumberCheck.Refused.DATE
                    : new NumberCheck.Valid(new PersonalNumber(twelve));
        } catch (PersonnummerException e) {
            return NumberCheck.Refused.CHECK_DIGIT;
        }
    }

    /** One kind of hyphen, and no spaces. */
    static String plain(String text) {
        return text.replaceAll("[\u2010-\u2015\u2212\u00AD]", "-")
                .replaceAll("[\\s\u00A0\u202F]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean dateExists(Matcher matcher) {
        int year = Integer.parseInt((matcher.group(1) == null ? "20" : matcher.group(1)) + matcher.group(2));
        int month = Integer.parseInt(matcher.group(3));
        int day = Integer.parseInt(matcher.group(4));
        int real = day > 60 ? day - 60 : day;
        boolean plausible = month >= 1 && month <= 12 && real >= 1 && year >= 1800;
        return plausible && real <= lastDay(matcher.group(1) == null, year, month);
    }

    /** With two digits for the year the century is open, and 1900 and 2000 differ on 29 February alone. */
    private static int lastDay(boolean centuryOpen, int year, int month) {
        int thisCentury = LocalDate.of(year, month, 1).lengthOfMonth();
        return centuryOpen
                ? Math.max(thisCentury, LocalDate.of(year - 100, month, 1).lengthOfMonth())
                : thisCentury;
    }

    /** A plus sign says that the person has turned 100; otherwise a year in two digits is the latest one that has come. */
    private static String withCentury(Matcher matcher, LocalDate today) {
        String rest = matcher.group(2) + matcher.group(3) + matcher.group(4);
        String last = matcher.group(6) + matcher.group(7);
        if (matcher.group(1) != null) {
            return matcher.group(1) + rest + last;
        }
        int century = today.getYear() / 100;
        int day = Integer.parseInt(matcher.group(4));
        String monthAndDay = "%s%02d".formatted(matcher.group(3), day > 60 ? day - 60 : day);
        String thisYear = "%02d%02d%02d".formatted(today.getYear() % 100, today.getMonthValue(), today.getDayOfMonth());
        boolean notYet = (matcher.group(2) + monthAndDay).compareTo(thisYear) > 0;
        int born = century - (notYet ? 1 : 0) - (matcher.group(5).equals("+") ? 1 : 0);
        return born + rest + last;
    }

    private static LocalDate born(String twelve) {
        int day = Integer.parseInt(twelve.substring(6, 8));
        return LocalDate.of(
                Integer.parseInt(twelve.substring(0, 4)),
                Integer.parseInt(twelve.substring(4, 6)),
                day > 60 ? day - 60 : day);
    }

    /** Twelve digits, for the key alone. */
    String digits() {
        return twelve;
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "PersonalNumber";
    }
}
