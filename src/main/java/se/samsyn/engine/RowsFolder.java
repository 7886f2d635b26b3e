package se.samsyn.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where rows are kept: {@code rows/<name>/rows.parquet} in the data folder, readable by its owner alone, and beside it the secret
 * that record keys are made with. Rows are written under a name that starts with a dot and get their own when they are whole.
 */
@Component
final class RowsFolder {

    static final String FILE = "rows.parquet";
    private static final String DRAFT = ".new-";
    private static final int SECRET_BYTES = 32;

    private final Path folder;

    RowsFolder(@Value("${samsyn.data:./samsyn-data}") Path data) {
        this.folder = data.toAbsolutePath().normalize().resolve("rows");
    }

    /** The folder, made when needed. */
    Path prepared() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                own(folder, "rwx------");
            }
            return folder;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void own(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    Path file(RowsName name) {
        return prepared().resolve(name.value()).resolve(FILE);
    }

    boolean holds(RowsName name) {
        return Files.isRegularFile(file(name));
    }

    /** Where rows are written until they are whole. */
    Path draft(RowsName name) {
        Path draft = prepared().resolve(DRAFT + name.value());
        try {
            Files.createDirectories(draft);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return draft.resolve(FILE);
    }

    /** Gives the rows their name: from now on they are there, whole. */
    void keep(RowsName name) {
        try {
            Path draft = draft(name);
            own(draft, "rw-------");
            Files.move(draft.getParent(), prepared().resolve(name.value()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    void discardDraft(RowsName name) {
        delete(prepared().resolve(DRAFT + name.value()));
    }

    void drop(RowsName name) {
        delete(prepared().resolve(name.value()));
    }

    /** Throws away rows of a kind that are older than this, left by a process that has ended. */
    void sweep(String kind, Duration age) {
        FileTime oldest = FileTime.from(Instant.now().minus(age));
        try (var kept = Files.list(prepared())) {
            for (Path rows : kept.filter(path -> path.getFileName().toString().startsWith(kind + "_"))
                    .toList()) {
                if (Files.getLastModifiedTime(rows).compareTo(oldest) < 0) {
                    delete(rows);
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The secret of record keys, made the first time. Who has it can take the noise away; if it is lost, the noise changes. */
    synchronized byte[] secret() {
        Path file = prepared().resolve("secret");
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                Path draft = prepared().resolve(".secret");
                Files.write(draft, bytes);
                own(draft, "rw-------");
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
