package se.samsyn.exchange.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/*
 * A pseudonym is the first 130 bits of HMAC-SHA-256(key of the municipality, "samsyn/person/1/" + municipality + "/" + number) in
 * base 32. There are fewer than 10^10 personal numbers, so a plain hash could be undone by trying them all; the key is what stops
 * that [1]. The label before the number keeps pseudonyms of other uses and places apart even if a key were shared.
 * [1] EDPB, Guidelines 01/2025 on pseudonymisation.
 */
/**
 * Makes pseudonyms with one key per municipality. A key is 32 random bytes in the key folder, not in the database:
 * whoever gets the one lacks the other. Lost keys cannot be remade, and later imports would then not meet the earlier ones.
 */
public final class PersonKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PERSON = "samsyn/person/1/";
    private static final String ID = "samsyn/case/1/";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;

    private final Function<PlaceCode, byte[]> keys;

    /**
     * Keys from where they are kept.
     *
     * @param keys the 32 bytes of a municipality, always the same
     */
    public PersonKeys(Function<PlaceCode, byte[]> keys) {
        this.keys = keys;
    }

    /** The pseudonym of the person in this municipality. */
    public PersonKey of(PersonalNumber number, PlaceCode municipality) {
        return key(PERSON + municipality + "/" + number.digits(), municipality);
    }

    /** A pseudonym in place of an id from another system, for cases that may keep no such id. */
    public PersonKey ofId(String id, PlaceCode municipality) {
        return key(ID + municipality + "/" + id, municipality);
    }

    private PersonKey key(String text, PlaceCode municipality) {
        if (municipality.level() != Level.MUNICIPALITY) {
            throw new IllegalArgumentException("Only a municipality has a key");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.apply(municipality), ALGORITHM));
            return new PersonKey("P-" + letters(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
        }
    }

    private static String letters(byte[] hash) {
        var letters = new StringBuilder(LENGTH);
        int bits = 0;
        int held = 0;
        for (int i = 0; letters.length() < LENGTH; ) {
            if (held < 5) {
                bits = (bits << 8 | (hash[i++] & 0xFF)) & 0xFFFF;
                held += 8;
            } else {
                held -= 5;
                letters.append(LETTERS.charAt(bits >> held & 31));
            }
        }
        return letters.toString();
    }
}
