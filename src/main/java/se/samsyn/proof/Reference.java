package se.samsyn.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where reference data that others made may lie, and how long trying may take. Claims that need what is not there are skipped.
 *
 * @param folder none where none was stated
 */
public record Reference(@Nullable Path folder, Length length) {

    /** A folder, tried for the usual time. */
    public Reference(@Nullable Path folder) {
        this(folder, Length.SHORT);
    }

    /** The folder that was stated, or else the one the environment names; none where neither does. */
    public static Reference at(@Nullable Path stated) {
        return at(stated, Length.SHORT);
    }

    /** As {@link #at(Path)}, tried for as long as is said. */
    public static Reference at(@Nullable Path stated, Length length) {
        var named = System.getenv("SAMSYN_REFERENCE_DATA");
        return new Reference(stated != null || named == null || named.isBlank() ? stated : Path.of(named), length);
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

    /**
     * The claims that a file gives rise to: one that is skipped where the file is absent, one that fails where it cannot be read.
     *
     * @param text of that one claim
     */
    public List<Claim> claims(String text, String file, Gathering gathering) {
        var found = find(file);
        if (found.isEmpty()) {
            return List.of(new Claim(text, () -> new Verdict.Skipped(file + " finns inte här")));
        }
        try {
            return gathering.from(found.get()).toList();
        } catch (IOException unread) {
            return List.of(new Claim(text, () -> {
                throw unread;
            }));
        }
    }

    /** Makes claims of a file. */
    @FunctionalInterface
    public interface Gathering {
        /** The claims, none of them tried yet. */
        Stream<Claim> from(Path file) throws IOException;
    }

    /** Tries a claim on a file. */
    @FunctionalInterface
    public interface Trial {
        /** What became of the claim. */
        Verdict on(Path file) throws Exception;
    }
}
