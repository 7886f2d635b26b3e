package se.samsyn.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.stereotype.Service;

/**
 * Seals what must not be read off a disk, and signs what must not be changed unseen. A sealed text opens only in the context it was
 * sealed in, such as the column and row it belongs to, so that it cannot be moved to another place unseen.
 */
/*
 * Google's Tink does the work. Each sealed text and signature begins with the number of its key (five bytes), so that older keys of a ring still open what
 * they sealed, and a text whose key is missing can be told from one that has been changed.
 */
@Service
public class Keys {

    /** What every sealed text begins with, so that it can be told from a plain one. */
    private static final String SEALED = "sealed:1:";

    private static final byte TINK = 1;
    private static final int NUMBERED = 1 + Integer.BYTES;

    private final Rings rings;
    private final Sealers sealers;

    Keys(Rings rings, Sealers sealers) throws GeneralSecurityException {
        this.rings = rings;
        this.sealers = sealers;
        AeadConfig.register();
        MacConfig.register();
    }

    /**
     * Seals a text in a context; the same text sealed twice looks different. Whoever keeps what was sealed seals it in the transaction that
     * writes it, so that the key is not dropped before, and tells of it by {@link SealedTexts}.
     */
    public String seal(Ring ring, String text, String context) {
        try {
            byte[] sealed = sealers.newest(ring)
                    .worker(Aead.class)
                    .encrypt(text.getBytes(StandardCharsets.UTF_8), context.getBytes(StandardCharsets.UTF_8));
            return SEALED + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A text could not be sealed", failure);
        }
    }

    /** Whether a text is sealed. */
    public static boolean isSealed(String text) {
        return text.startsWith(SEALED);
    }

    /**
     * Opens a text sealed in this context.
     *
     * @throws KeyFault when the key is not there, or the text is not as it was sealed
     */
    public String open(Ring ring, String sealed, String context) {
        byte[] bytes = bytes(sealed);
        try {
            byte[] text = rings.holding(ring, number(bytes))
                    .worker(Aead.class)
                    .decrypt(bytes, context.getBytes(StandardCharsets.UTF_8));
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException changed) {
            throw damaged();
        }
    }

    /** Whether a text is sealed with the newest key of its ring. */
    public boolean isNewest(Ring ring, String sealed) {
        return number(bytes(sealed)) == rings.newest(ring).newest();
    }

    /** Whether the key folder answers for every ring that the data was sealed with. */
    public boolean areWhole() {
        return rings.faults().isEmpty();
    }

    /** Signs bytes with the newest key of a ring. */
    public byte[] sign(Ring ring, byte[] signed) {
        try {
            return rings.newest(ring).worker(Mac.class).computeMac(signed);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A signature could not be made", failure);
        }
    }

    /**
     * Whether a signature is that of these bytes.
     *
     * @throws KeyFault when the key it was made with is not there
     */
    public boolean isSignature(Ring ring, byte[] signature, byte[] signed) {
        try {
            rings.holding(ring, number(signature)).worker(Mac.class).verifyMac(signature, signed);
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    private static byte[] bytes(String sealed) {
        try {
            if (isSealed(sealed)) {
                return Base64.getUrlDecoder().decode(sealed.substring(SEALED.length()));
            }
        } catch (IllegalArgumentException notOurs) {
            throw damaged();
        }
        throw damaged();
    }

    private static int number(byte[] sealed) {
        if (sealed.length < NUMBERED || sealed[0] != TINK) {
            throw damaged();
        }
        return ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
    }

    private static KeyFault damaged() {
        return new KeyFault(
                KeyFault.Kind.DAMAGED,
                "En krypterad text är inte som den skrevs",
                "Databasen har ändrats på annat sätt än genom Samsyn. Återställ från en säkerhetskopia.");
    }
}
