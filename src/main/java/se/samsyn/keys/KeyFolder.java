package se.samsyn.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of key files: one JSON file per ring, and one of bytes per secret. */
final class KeyFolder {

    private static final String RING = ".json";
    private static final String SECRET = ".key";

    private final KeyFiles files;

    KeyFolder(Path root) {
        this.files = new KeyFiles(root);
    }

    Path root() {
        return files.root();
    }

    KeyFiles files() {
        return files;
    }

    /** The rings that have a file, by name. */
    List<Ring> rings() {
        if (!Files.isDirectory(root())) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(root())) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(RING))
                    .sorted()
                    .flatMap(name -> Ring.named(name.substring(0, name.length() - RING.length())).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Which version of the ring's file there is; nothing where it has none. */
    Optional<KeyFiles.Stamp> stamp(Ring ring) {
        return files.stamp(file(ring));
    }

    KeysetHandle read(Ring ring) {
        try {
            var text = Files.readString(file(ring), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | IOException unreadable) {
            throw damaged(file(ring));
        }
    }

    static KeyFault damaged(Path file) {
        return new KeyFault(
                KeyFault.Kind.DAMAGED,
                "Nyckelfilen " + file + " går inte att läsa",
                "Lägg tillbaka filen från kopian av nyckelmappen.");
    }

    /** Writes a new ring, unless another process was first, whose ring is then the one to use. */
    void add(Ring ring, KeysetHandle keys) {
        files.add(file(ring), bytes(keys));
    }

    /** Puts a ring in place of the one there was. */
    void replace(Ring ring, KeysetHandle keys) {
        files.replace(file(ring), bytes(keys));
    }

    private static byte[] bytes(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A ring could not be written", failure);
        }
    }

    Path file(Ring ring) {
        return root().resolve(ring.name() + RING);
    }

    Path file(SecretName name) {
        return root().resolve(name.value() + SECRET);
    }
}
