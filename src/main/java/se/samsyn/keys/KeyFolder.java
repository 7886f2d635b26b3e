package se.samsyn.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of key files: one JSON file per ring, readable by its owner alone, written whole or not at all. */
final class KeyFolder {

    private static final String ENDING = ".json";

    private final Path root;

    KeyFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** The rings that have a file. */
    List<Ring> rings() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .flatMap(name -> Ring.named(name.substring(0, name.length() - ENDING.length())).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** When the ring's file last changed; nothing where it has none. */
    Optional<FileTime> changed(Ring ring) {
        try {
            return Files.exists(file(ring)) ? Optional.of(Files.getLastModifiedTime(file(ring))) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    KeysetHandle read(Ring ring) {
        try {
            var text = Files.readString(file(ring), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new KeyFault(
                    KeyFault.Kind.DAMAGED,
                    "Nyckelfilen " + file(ring) + " går inte att läsa",
                    "Lägg tillbaka filen från kopian av nyckelmappen.");
        }
    }

    /** Writes a new ring, unless another process was first, whose ring is then the one to use. */
    void add(Ring ring, KeysetHandle keys) {
        place(ring, keys, (draft, file) -> {
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException first) {
                // another process was first, and its ring is the one to use
            } catch (UnsupportedOperationException noLinks) {
                Files.move(draft, file);
            }
        });
    }

    /** Puts a ring in place of the one there was. */
    void replace(Ring ring, KeysetHandle keys) {
        place(
                ring,
                keys,
                (draft, file) ->
                        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    private void place(Ring ring, KeysetHandle keys, Placing placing) {
        try {
            Files.createDirectories(root, onlyOwner("rwx------"));
            Path draft = Files.createTempFile(root, "key", ".tmp", onlyOwner("rw-------"));
            try {
                var text = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
                Files.writeString(draft, text, StandardCharsets.UTF_8);
                placing.place(draft, file(ring));
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("The key folder cannot be written: " + root, failure);
        }
    }

    Path file(Ring ring) {
        return root.resolve(ring.name() + ENDING);
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private interface Placing {
        void place(Path draft, Path file) throws IOException;
    }
}
