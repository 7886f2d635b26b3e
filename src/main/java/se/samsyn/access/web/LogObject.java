package se.samsyn.access.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a line of the log may be about, told by its form alone: something with an id, a place, or a table. */
final class LogObject {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern PLACE = Pattern.compile("SE|\\d{2}|\\d{4}");

    /** The set, the place or unit, the year, the kind and the variable, which never begins with a digit. */
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9-]{1,39}\\.(" + PLACE + "|u-" + ID
            + ")\\.(all|\\d{4})\\.[a-z][a-z-]{0,39}\\.(-|[A-Za-z][A-Za-z0-9_-]{0,59})");

    private LogObject() {}

    /** The id, if the text is one. */
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Whether the text is a place code. */
    static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /** Whether a line can be about this. */
    static boolean isKnown(String text) {
        return id(text).isPresent() || isPlace(text) || TABLE.matcher(text).matches();
    }
}
