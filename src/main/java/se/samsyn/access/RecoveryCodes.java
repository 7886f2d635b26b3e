package se.samsyn.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Ten codes for the day the telephone is lost, each for one use. They are drawn at random out of 2^79, so that an ordinary hash is
 * enough: nobody can try them all.
 */
final class RecoveryCodes {

    private static final int NUMBER = 10;

    private RecoveryCodes() {}

    static List<String> draw() {
        return Stream.generate(OneTimePassword::draw).limit(NUMBER).toList();
    }

    /** What is kept of a code; upper case and spaces around it do not matter. */
    static String hash(ActorId account, String code) {
        var text = account + ":" + code.strip().toLowerCase(Locale.ROOT);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("Every Java has SHA-256", failure);
        }
    }
}
