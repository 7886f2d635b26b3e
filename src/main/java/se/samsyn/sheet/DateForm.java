package se.samsyn.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as Swedish files write them: 2025-02-28, 20250228, 2025/02/28, 2025.02.28, with a time of day after it or not, and
 * 28/2/2025, 28.2.2025 and 28-02-2025 with the day first. A day the calendar lacks, such as 30 February, is no date.
 */
public final class DateForm {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");

    private DateForm() {}

    /** Whether the text has the form of a date, though the day may not exist. */
    public static boolean looksLikeDate(String text) {
        return YEAR_FIRST.matcher(text).matches() || DAY_FIRST.matcher(text).matches();
    }

    /** The date; empty for another form and for a day that does not exist. */
    public static Optional<LocalDate> parse(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return day(first.group(1), first.group(3), first.group(4));
        }
        Matcher last = DAY_FIRST.matcher(text);
        return last.matches() ? day(last.group(4), last.group(3), last.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
