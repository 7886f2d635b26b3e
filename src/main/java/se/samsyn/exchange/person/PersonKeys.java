package se.samsyn.exchange.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * Makes pseudonyms with one key per municipality. A key is 32 random bytes in a file of its own in the data folder, readable by its
 * owner alone (0600), made the first time it is needed. It is not in the database: whoever gets the one lacks the other. Lost keys
 * cannot be remade, and later imports would then not meet the earlier ones.
 */
public final class PersonKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PERSON = "samsyn/person/1/";
    private static final String ID = "samsyn/case/1/";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_BYTES = 32;
    private static final int LENGTH = 26;
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path folder;
    private final Map<PlaceCode, SecretKeySpec> keys = new ConcurrentHashMap<>();

    /** Keys in this folder, which is made when needed. */
    public PersonKeys(Path folder) {
        this.folder = folder;
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
            mac.init(keys.computeIfAbsent(municipality, this::key));
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

    private SecretKeySpec key(PlaceCode municipality) {
        Path file = folder.resolve(municipality + ".key");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The key file of municipality " + municipality + " is damaged");
            }
            return new SecretKeySpec(key, ALGORITHM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file appears whole or not at all: it is written under another name and then linked in. */
    private static void make(Path file) throws IOException {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        Path draft = posix
                ? Files.createTempFile(file.getParent(), "key", ".tmp", PosixFilePermissions.asFileAttribute(OWNER))
                : Files.createTempFile(file.getParent(), "key", ".tmp");
        try {
            Files.write(draft, key, StandardOpenOption.TRUNCATE_EXISTING);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return; // another process was first, and its key is the one to use
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
