package se.samsyn.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where rows are kept: {@code rows/<name>/rows.parquet} in the data folder, readable by its owner alone. Other programs may be
 * let into it, so nothing secret lies there. Rows are written under a name that starts with a dot and get their own when they are whole.
 */
@Component
final class RowsFolder {

    static final String FILE = "rows.parquet";
    private static final String DRAFT = ".new-";
    private static final String INCOMING = "incoming";

    private final Path folder;

    RowsFolder(@Value("${samsyn.data:./samsyn-data}") Path data) {
        this.folder = data.toAbsolutePath().normalize().resolve("rows");
    }

    /** The folder, made when needed. */
    Path prepared() {
        return own(folder);
    }

    /** Where files lie until they are loaded. */
    Path incoming() {
        return own(prepared().resolve(INCOMING));
    }

    private static Path own(Path folder) {
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

    /** Throws away all rows of a kind but these. */
    void dropAllBut(String kind, Set<RowsName> kept) {
        try (var there = Files.list(prepared())) {
            there.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(kind + "_"))
                    .map(RowsName::new)
                    .filter(name -> !kept.contains(name))
                    .forEach(this::drop);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Throws away rows of a kind that are older than this. */
    void sweep(String kind, Duration age) {
        sweep(prepared(), path -> path.startsWith(kind + "_"), age);
    }

    /** Throws away what a process that was killed had begun to write or was about to load. */
    void sweepDrafts(Duration age) {
        sweep(prepared(), path -> path.startsWith(DRAFT), age);
        sweep(incoming(), _ -> true, age);
    }

    private static void sweep(Path folder, Predicate<String> named, Duration age) {
        FileTime oldest = FileTime.from(Instant.now().minus(age));
        try (var kept = Files.list(folder)) {
            for (Path path : kept.filter(path -> named.test(path.getFileName().toString()))
                    .toList()) {
                try {
                    if (Files.getLastModifiedTime(path).compareTo(oldest) < 0) {
                        delete(path);
                    }
                } catch (NoSuchFileException _) {
                    // somebody else has given it its name or thrown it away
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

    /** Where programs before this one kept the secret of record keys, which lies in the key folder now. */
    Path earlierSecret() {
        Path earliest = folder.resolve("secret");
        return Files.exists(earliest)
                ? earliest
                : folder.resolveSibling("record-keys").resolve("secret");
    }
}
