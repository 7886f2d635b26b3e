package se.samsyn.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days in words, as readers of the page's language say them. Templates reach it as {@code @days}. */
@Component("days")
public class Days {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final Clock clock;

    Days(Clock clock) {
        this.clock = clock;
    }

    /** A day in full: 7 januari 2026. */
    public String day(LocalDate day) {
        return format("d MMMM yyyy", day);
    }

    /** A day where there is little room: 7 jan. 2026. */
    public String brief(LocalDate day) {
        return format("d MMM yyyy", day);
    }

    /** The day of a moment, where there is little room. */
    public String brief(Instant moment) {
        return brief(LocalDate.ofInstant(moment, clock.getZone()));
    }

    /** A month on an axis: jan. 2026. */
    public String month(LocalDate day) {
        return format("MMM yyyy", day);
    }

    private static String format(String pattern, LocalDate day) {
        var english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return DateTimeFormatter.ofPattern(pattern, english ? Locale.UK : SWEDISH)
                .format(day);
    }
}
