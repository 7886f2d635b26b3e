package se.samsyn.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samsyn.access.ActorId;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;
import se.samsyn.keys.Ring;
import se.samsyn.keys.SealedFiles;
import se.samsyn.keys.Use;
import se.samsyn.sheet.Limits;

/**
 * Files that wait to be imported, in the data folder, sealed, readable by their owner alone (0600), never under their own names. They are
 * gone when the import has ended, or after a day. Each belongs to who sent it in; for others it does not exist.
 */
@Component
public class Uploads {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration OPEN = Duration.ofHours(1);

    private static final Ring RING = Ring.of(Use.UPLOAD);

    private final SealedFiles sealed;
    private final Path folder;
    private final Clock clock;

    Uploads(SealedFiles sealed, @Value("${samsyn.data:./samsyn-data}") Path data, Clock clock) {
        this.sealed = sealed;
        this.folder = data.resolve("uploads");
        this.clock = clock;
    }

    /** Takes a file in; one byte more than the limit is kept, so that reading refuses it. */
    public Upload receive(InputStream in, ActorId owner, UnitId unit, InstrumentKey instrument) {
        sweep();
        var id = new UploadId(UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            make(file(id));
            try (var file = Files.newOutputStream(file(id));
                    var out = sealed.sealing(RING, file, id.toString())) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int read = in.read(buffer); read >= 0 && size <= Limits.USUAL.bytes(); read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                    size += read;
                }
            }
            make(notes(id));
            Files.writeString(notes(id), owner + "\n" + unit + "\n" + instrument + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            discard(id);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            discard(id);
            throw e;
        }
        return new Upload(id, file(id), unit, instrument, Optional.empty());
    }

    /** A file of this owner; throws {@link NotFoundOrDenied} if there is none. */
    public Upload find(UploadId id, ActorId owner) {
        if (!Files.exists(notes(id)) || !Files.exists(file(id))) {
            throw new NotFoundOrDenied();
        }
        try {
            List<String> lines = Files.readAllLines(notes(id), StandardCharsets.UTF_8);
            if (!lines.getFirst().equals(owner.toString())) {
                throw new NotFoundOrDenied();
            }
            String json = String.join("\n", lines.subList(3, lines.size()));
            return new Upload(
                    id,
                    file(id),
                    UnitId.of(lines.get(1)),
                    new InstrumentKey(lines.get(2)),
                    json.isBlank() ? Optional.empty() : Optional.of(MappingJson.read(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with a file as it was sent in. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Path file) throws IOException;
    }

    /** Reads a file as it was sent in. It lies open in the data folder, for its owner alone, while it is read and no longer. */
    public <T> T read(Upload upload, Reading<T> reading) throws IOException {
        var open = folder.resolve(upload.id() + "." + UUID.randomUUID() + ".open");
        try {
            make(open);
            try (var file = Files.newInputStream(upload.file());
                    var in = sealed.opening(RING, file, upload.id().toString());
                    var out = Files.newOutputStream(open)) {
                in.transferTo(out);
            }
            return reading.read(open);
        } finally {
            Files.deleteIfExists(open);
        }
    }

    /** Remembers the mapping as it stands. */
    public void decide(Upload upload, ActorId owner, Mapping mapping) {
        try {
            Files.writeString(
                    notes(upload.id()),
                    owner + "\n" + upload.unit() + "\n" + mapping.instrument() + "\n" + MappingJson.write(mapping),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file. */
    public void discard(UploadId id) {
        try {
            Files.deleteIfExists(file(id));
            Files.deleteIfExists(notes(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all files that wait to be imported to these units. */
    void discardOf(Set<UnitId> units) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path notes :
                    files.filter(file -> file.toString().endsWith(".notes")).toList()) {
                var lines = Files.readAllLines(notes, StandardCharsets.UTF_8);
                if (lines.size() > 1 && units.contains(UnitId.of(lines.get(1)))) {
                    var name = String.valueOf(notes.getFileName());
                    discard(new UploadId(UUID.fromString(name.substring(0, name.length() - ".notes".length()))));
                }
            }
        } catch (NoSuchFileException _) {
            // an import that ended took its own file away
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what a program that was cut off was reading, and what an older one left unsealed. */
    void begin() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.toString();
                if (name.endsWith(".open") || (name.endsWith(".upload") && !SealedFiles.isSealed(file))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what is older than a day, and what a reading that was cut off has left open for an hour. */
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (isOld(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An import that ends at this moment takes its own file away: that one is no longer old. */
    private boolean isOld(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(file.toString().endsWith(".open") ? OPEN : KEPT));
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private Path file(UploadId id) {
        return folder.resolve(id + ".upload");
    }

    private Path notes(UploadId id) {
        return folder.resolve(id + ".notes");
    }

    private static void make(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
