package se.samsyn.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where reference data that others made may lie. Claims that need what is not there are skipped. */
record Reference(@Nullable Path folder) {

    static Reference at(@Nullable Path stated) {
        var named = System.getenv("SAMSYN_REFERENCE_DATA");
        return new Reference(stated != null || named == null || named.isBlank() ? stated : Path.of(named));
    }

    Optional<Path> find(String file) {
        return Optional.ofNullable(folder).map(path -> path.resolve(file)).filter(Files::isRegularFile);
    }

    /** The trial with the file, or skipped where the file is not there. */
    Verdict with(String file, Trial trial) throws Exception {
        var found = find(file);
        return found.isPresent() ? trial.on(found.get()) : new Verdict.Skipped(file + " finns inte här");
    }

    /** Tries a claim on a file. */
    @FunctionalInterface
    interface Trial {
        Verdict on(Path file) throws Exception;
    }
}
