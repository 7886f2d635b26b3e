package se.samsyn.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a password must be: long, and not the own name. No demands on capitals, digits or signs, which make passwords harder to
 * remember and hardly harder to guess.
 */
final class PasswordRule {

    static final int SHORTEST = 12;

    /** Longer ones would only cost the server time. */
    private static final int LONGEST = 200;

    private static final int DIFFERENT = 5;
    private static final int TELLING_PART = 4;

    private PasswordRule() {}

    /** What is wrong with a password for somebody, if anything. */
    static Optional<PasswordFault> fault(String password, String username, String name) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        if (password.codePoints().distinct().count() < DIFFERENT) {
            return Optional.of(PasswordFault.TOO_PLAIN);
        }
        return holds(password, username) || own(password, name)
                ? Optional.of(PasswordFault.OWN_NAME)
                : Optional.empty();
    }

    private static boolean own(String password, String name) {
        return Stream.of(name.split("[^\\p{L}]+")).anyMatch(part -> holds(password, part));
    }

    private static boolean holds(String password, String part) {
        return part.length() >= TELLING_PART
                && password.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
