package se.samsyn.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a password must be: long, not the own name, and not among those that are guessed first. No demands on capitals, digits or
 * signs, which make passwords harder to remember and hardly harder to guess.
 */
/* How many guesses a password takes is estimated by zxcvbn: Wheeler (2016), zxcvbn: Low-Budget Password Strength Estimation, USENIX
 * Security. Its words are English ones and much used passwords; ours are words that people in Swedish offices take. */
final class PasswordRule {

    static final int SHORTEST = 12;

    /** Longer ones would only cost the server time. */
    private static final int LONGEST = 200;

    private static final int DIFFERENT = 5;
    private static final int TELLING_PART = 4;

    /** As powers of ten: what a leaked password file can be tried for in less than a second. */
    private static final double FEWEST_GUESSES = 8;

    /** Guessing is estimated from the beginning alone: the work grows fast with the length. */
    private static final int JUDGED = 60;

    private static final Zxcvbn GUESSES = new Zxcvbn();

    private static final List<String> NEAR_AT_HAND = List.of(
            "samsyn",
            "lösenord",
            "losenord",
            "hemligt",
            "hemlighet",
            "välkommen",
            "valkommen",
            "inloggning",
            "kommun",
            "kommunen",
            "socialtjänst",
            "socialtjänsten",
            "socialtjanst",
            "socialkontoret",
            "region",
            "sverige",
            "sommar",
            "sommaren",
            "höst",
            "hösten",
            "vinter",
            "vintern",
            "vår",
            "våren",
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
            "måndag",
            "tisdag",
            "onsdag",
            "torsdag",
            "fredag",
            "lördag",
            "söndag",
            "jobbet",
            "kontoret",
            "handläggare",
            "chef",
            "admin",
            "administratör");

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
        if (holds(password, username) || own(password, name)) {
            return Optional.of(PasswordFault.OWN_NAME);
        }
        return isGuessable(password) ? Optional.of(PasswordFault.GUESSABLE) : Optional.empty();
    }

    private static boolean isGuessable(String password) {
        var judged = password.substring(0, Math.min(JUDGED, password.length()));
        return GUESSES.measure(judged, NEAR_AT_HAND).getGuessesLog10() < FEWEST_GUESSES;
    }

    private static boolean own(String password, String name) {
        return Stream.of(name.split("[^\\p{L}]+")).anyMatch(part -> holds(password, part));
    }

    private static boolean holds(String password, String part) {
        return part.length() >= TELLING_PART
                && password.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
