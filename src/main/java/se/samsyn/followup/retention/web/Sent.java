package se.samsyn.followup.retention.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a form sent; empty where the text is none of what could be chosen or written. */
final class Sent {

    private Sent() {}

    static <E extends Enum<E>> Optional<E> choice(Class<E> choices, String text) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
