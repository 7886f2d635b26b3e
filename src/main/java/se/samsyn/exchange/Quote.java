package se.samsyn.exchange;

import java.time.LocalDate;
import se.samsyn.exchange.person.NumberFinder;

/** A short piece of what a cell says, for the eyes of the one who imports: shortened, and without personal numbers. */
final class Quote {

    private static final int LONGEST = 24;

    private Quote() {}

    static String of(String text, LocalDate today) {
        String masked = NumberFinder.mask(text, today).replaceAll("\\p{Cntrl}", " ");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST - 1) + "…";
    }
}
