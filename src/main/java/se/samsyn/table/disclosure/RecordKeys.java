package se.samsyn.table.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives every person of a data set a number that looks drawn by lot, secret and always the same. The numbers of the persons in a
 * cell, added up, decide the noise of the cell: the same persons always get the same noise, in every table and at every time.
 */
public final class RecordKeys {

    private static final String METHOD = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final double FRACTION = 0x1p-53;

    private final SecretKeySpec secret;

    /**
     * Record keys by a secret.
     *
     * @param secret at least 32 bytes; who has it can take the noise away
     */
    public RecordKeys(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("The secret has at least 32 bytes");
        }
        this.secret = new SecretKeySpec(secret, METHOD);
    }

    /** The key of a person in a data set, all 64 bits used. */
    public long key(String dataset, String pseudonym) {
        try {
            Mac mac = Mac.getInstance(METHOD);
            mac.init(secret);
            byte[] name = dataset.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return ByteBuffer.wrap(mac.doFinal(pseudonym.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + METHOD, missing);
        }
    }

    /** The cell key of persons: their keys added up, overflow let be, as a number from 0 to below 1. */
    public static double cellKey(long sumOfKeys) {
        return (sumOfKeys >>> 11) * FRACTION;
    }
}
