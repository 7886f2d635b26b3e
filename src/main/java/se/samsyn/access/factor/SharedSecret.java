package se.samsyn.access.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person's app and Samsyn both know: 20 random bytes, as RFC 4226 recommends, written in base32.
 *
 * @param text 32 letters and digits, A-Z and 2-7
 */
public record SharedSecret(String text) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{32}");
    private static final int BYTES = 20;
    private static final int BITS = 5;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Checks the form. */
    public SharedSecret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a secret of 20 bytes in base32");
        }
    }

    /** A new one. */
    public static SharedSecret draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** The secret of 20 bytes. */
    static SharedSecret of(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = (held << Byte.SIZE) | (next & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((held >> bits) & 0x1F));
            }
            held &= (1 << bits) - 1;
        }
        return new SharedSecret(text.toString());
    }

    byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            held = (held << BITS) | ALPHABET.indexOf(text.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    /** In groups of four, to be read and typed by hand. */
    public List<String> groups() {
        var groups = new ArrayList<String>();
        for (int from = 0; from < text.length(); from += GROUP) {
            groups.add(text.substring(from, from + GROUP));
        }
        return groups;
    }

    /** The address that apps read from a picture: the secret, and what the app calls it. */
    public String address(String issuer, String username) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(username) + "?secret=" + text + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "SharedSecret[]";
    }
}
