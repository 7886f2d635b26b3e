package se.samsyn.access.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every thirty seconds, told from a secret and the time. The code of the step before and of the step
 * after are taken too, since clocks differ and people type slowly.
 */
/*
 * RFC 6238 [1] with the parameters every app knows: HMAC-SHA-1, six digits, 30 seconds. A step of drift to either side is what its
 * section 5.2 recommends at most; that a code is taken once (same section) is for whoever keeps the last step.
 *
 * [1] M'Raihi et al., TOTP: Time-Based One-Time Password Algorithm, RFC 6238, 2011.
 */
public final class Totp {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);
    private static final int DRIFT = 1;

    private Totp() {}

    /**
     * The step that a code belongs to, if it is a code of about now.
     *
     * @param after steps up to and including this one have had their code taken
     */
    public static OptionalLong step(SharedSecret secret, String code, Instant now, long after) {
        long present = step(now);
        return LongStream.rangeClosed(present - DRIFT, present + DRIFT)
                .filter(step -> isEqual(code(secret, step), code) && step > after)
                .findFirst();
    }

    /** The code at a moment, as an app shows it. */
    public static String code(SharedSecret secret, Instant at) {
        return code(secret, step(at));
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    private static String code(SharedSecret secret, long step) {
        return code(secret.bytes(), DIGITS, Instant.ofEpochSecond(step * STEP.toSeconds()));
    }

    static String code(byte[] secret, int digits, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, digits)
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at, Locale.ROOT);
        } catch (InvalidKeyException failure) {
            throw new IllegalStateException("A code could not be told", failure);
        }
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
