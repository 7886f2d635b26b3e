package se.samsyn.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes record keys: HMAC-SHA-256 of the person's pseudonym under the installation's secret, in Java and as SQL. All rows of the installation
 * share one secret and one label, so that a person in two data sets has the same key in both and their noise cannot be averaged.
 */
final class KeySecret {
    /*
     * RFC 2104: H((K ^ opad) || H((K ^ ipad) || text)). The key is the first 32 bits, the person's number the next 64; both are of no use to
     * somebody without the secret.
     */
    private static final int BLOCK = 64;
    private static final byte[] LABEL = label("persons");

    private final byte[] secret;

    KeySecret(byte[] secret) {
        this.secret = secret.clone();
    }

    private static byte[] label(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    long key(String person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(LABEL);
            byte[] made = mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
            return Integer.toUnsignedLong(ByteBuffer.wrap(made).getInt());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", missing);
        }
    }

    /** The HMAC of a text in SQL, as hexadecimal digits. */
    String sql(String text) {
        String inner =
                "sha256(unhex('" + padded(0x36) + HexFormat.of().formatHex(LABEL) + "') || encode(" + text + "))";
        return "sha256(unhex('" + padded(0x5c) + "') || unhex(" + inner + "))";
    }

    private String padded(int pad) {
        byte[] block = new byte[BLOCK];
        System.arraycopy(secret, 0, block, 0, secret.length);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        return HexFormat.of().formatHex(block);
    }

    /** The record key and the person's number in SQL, of such digits. The key is written as a signed number of its 32 bits: others read unsigned ones wrong. */
    static String columns(String digits) {
        return "cast((cast('0x' || substr(" + digits
                + ", 1, 8) as bigint) + 2147483648) % 4294967296 - 2147483648 as integer) as key, "
                + "cast(cast(cast('0x' || substr(" + digits
                + ", 9, 16) as ubigint) as hugeint) - 9223372036854775808 as bigint) as person";
    }
}
