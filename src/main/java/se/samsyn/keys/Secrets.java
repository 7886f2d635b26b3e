package se.samsyn.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/**
 * Secrets of 32 random bytes for other methods than sealing, such as pseudonyms. Each is a file in the key folder, made the first time it
 * is needed and never again: the database remembers its fingerprint, so that a lost or foreign one is noticed before anything is made with
 * another. They are not turned: what was made with one cannot be made anew with the next.
 */
/*
 * The fingerprint is the first 64 bits of HMAC-SHA-256(secret, "samsyn/fingerprint/1/" + name). It tells two secrets apart and says nothing
 * of either, since a secret has 256 bits.
 */
@Service
public class Secrets {

    private static final int BYTES = 32;
    private static final int TOLD = 8;
    private static final String METHOD = "HmacSHA256";
    private static final String FINGERPRINT = "samsyn/fingerprint/1/";

    private final KeyFolder folder;
    private final SecretStore store;
    private final Clock clock;
    private final Map<SecretName, Held> held = new ConcurrentHashMap<>();

    Secrets(KeyFolder folder, SecretStore store, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The secret of that name.
     *
     * @param earlier where programs before this one kept it; a file there is moved to the key folder, unless another lies there already
     * @throws KeyFault when the data was made with a secret that is not in the folder, or with another
     */
    public byte[] of(SecretName name, Path earlier) {
        Path file = folder.file(name);
        if (!held.containsKey(name) && Files.exists(earlier)) {
            move(name, earlier, file);
        }
        if (folder.files().stamp(file).isEmpty()) {
            make(name, file);
        }
        return checked(name, file);
    }

    /** The secrets that the data was made with. */
    List<SecretName> names() {
        return store.all();
    }

    /** The fault of each secret that the data was made with and that the folder cannot answer for. */
    Map<SecretName, KeyFault> faults() {
        var faults = new TreeMap<SecretName, KeyFault>(Comparator.comparing(SecretName::value));
        store.all().forEach(name -> {
            try {
                Path file = folder.file(name);
                if (folder.files().stamp(file).isEmpty()) {
                    throw lost(file);
                }
                checked(name, file);
            } catch (KeyFault fault) {
                faults.put(name, fault);
            }
        });
        return faults;
    }

    private byte[] checked(SecretName name, Path file) {
        var stamp = folder.files().stamp(file).orElseThrow(() -> lost(file));
        var before = held.get(name);
        if (before != null && before.stamp().equals(stamp)) {
            return before.secret().getEncoded();
        }
        byte[] secret = read(file);
        var print = fingerprint(name, secret);
        if (!store.keep(name, print, clock.instant()).equals(print)) {
            throw foreign(file);
        }
        held.put(name, new Held(new SecretKeySpec(secret, METHOD), stamp));
        return secret;
    }

    private void make(SecretName name, Path file) {
        if (store.find(name).isPresent()) {
            throw lost(file);
        }
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        folder.files().add(file, secret);
    }

    /** Copies first and deletes last, so that a stop in between leaves one whole file at least. */
    private void move(SecretName name, Path earlier, Path file) {
        byte[] secret = read(earlier);
        var known = store.find(name);
        if (known.isPresent() && !known.get().equals(fingerprint(name, secret))) {
            throw foreign(earlier);
        }
        folder.files().add(file, secret);
        if (!Arrays.equals(read(file), secret)) {
            throw foreign(earlier);
        }
        try {
            Files.deleteIfExists(earlier);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] read(Path file) {
        try {
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != BYTES) {
                throw KeyFolder.damaged(file);
            }
            return secret;
        } catch (IOException unreadable) {
            throw KeyFolder.damaged(file);
        }
    }

    private static String fingerprint(SecretName name, byte[] secret) {
        try {
            var mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(secret, METHOD));
            var made = mac.doFinal((FINGERPRINT + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(made, 0, TOLD);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + METHOD, missing);
        }
    }

    private static KeyFault lost(Path file) {
        return new KeyFault(KeyFault.Kind.LOST, "Nyckelfilen " + file + " saknas", KeyFault.PUT_BACK);
    }

    private static KeyFault foreign(Path file) {
        return new KeyFault(
                KeyFault.Kind.FOREIGN,
                "Nyckelfilen " + file + " är inte den som databasen hör ihop med",
                KeyFault.SAME);
    }

    private record Held(SecretKeySpec secret, KeyFiles.Stamp stamp) {}
}
