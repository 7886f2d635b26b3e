package se.samsyn.followup.handout.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads days as browsers write them. */
final class Days {

    private Days() {}

    static Optional<LocalDate> of(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
