package se.samsyn.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Reads what a form sent; empty where the text is none of what could be chosen or written. */
public final class Sent {

    private Sent() {}

    /** A choice by its name. */
    public static <E extends Enum<E>> Optional<E> choice(Class<E> choices, String text) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    /** A day as browsers write it. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** An id that a page drew for what its form will make. */
    public static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
