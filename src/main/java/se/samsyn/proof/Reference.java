package se.samsyn.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where reference data that others made may lie. Claims that need what is not there are skipped. */
public record Reference(@Nullable Path folder) {

    /** The folder that was stated, or else the one the environment names; none where neither does. */
    public static Reference at(@Nullable Path stated) {
        var named = System.getenv("SAMSYN_REFERENCE_DATA");
        return new Reference(stated != null || named == null || named.isBlank() ? stated : Path.of(named));
    }

    /** A file by its path within the folder. */
    public Optional<Path> find(String file) {
        return Optional.ofNullable(folder).map(path -> path.resolve(file)).filter(Files::isRegularFile);
    }

    /** The trial with the file, or skipped where the file is not there. */
    public Verdict with(String file, Trial trial) throws Exception {
        var found = find(file);
        return found.isPresent() ? trial.on(found.get()) : new Verdict.Skipped(file + " finns inte här");
    }

    /** Tries a claim on a file. */
    @FunctionalInterface
    public interface Trial {
        /** What became of the claim. */
        Verdict on(Path file) throws Exception;
    }
}
