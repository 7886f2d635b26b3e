package se.samsyn.followup.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samsyn.access.ActorId;
import se.samsyn.followup.retention.Erasure.Signature;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.keys.KeyFault;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.Use;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has been erased, in a file that no backup of the database holds: {@code erased/tombstones} in the data folder, readable by its
 * owner alone. One line for each erasure, {@code SIGNATURE JSON}: surrogate ids, rule, days and both persons. Only ever appended to.
 */
/*
 * A line is written and forced to the disk before the erasure is committed: a crash in between leaves a line for what was decided but not
 * yet erased, never an erasure that a restored backup would undo. The signature keeps anybody who can write the file from having
 * cases erased; a line that it does not fit is counted and not followed.
 */
@Component
class Tombstones {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Ring RING = Ring.of(Use.ERASED);

    private final Path file;
    private final Keys keys;

    Tombstones(@Value("${samsyn.data:./samsyn-data}") Path data, Keys keys) {
        this.file = data.toAbsolutePath().normalize().resolve("erased").resolve("tombstones");
        this.keys = keys;
    }

    /** What the file says. */
    record Read(List<Erasure> erased, int unreadable) {}

    private record Stone(
            String id,
            String unit,
            String place,
            String cases,
            String proposedBy,
            String proposer,
            String proposedAt,
            String decidedBy,
            String decider,
            String decidedAt,
            String receipt,
            String hash) {

        static Stone of(Erasure erased) {
            var decision = erased.decision().orElseThrow();
            var receipt = erased.receipt().orElseThrow();
            return new Stone(
                    erased.id().toString(),
                    erased.unit().toString(),
                    erased.municipality().value(),
                    ErasureStore.text(erased.lines()),
                    erased.proposal().by().toString(),
                    erased.proposal().name(),
                    erased.proposal().at().toString(),
                    decision.by().toString(),
                    decision.name(),
                    decision.at().toString(),
                    receipt.text(),
                    receipt.hash());
        }

        Erasure erasure() {
            return new Erasure(
                    UUID.fromString(id),
                    UnitId.of(unit),
                    new PlaceCode(place),
                    Erasure.State.ERASED,
                    ErasureStore.lines(cases),
                    new Signature(new ActorId(UUID.fromString(proposedBy)), proposer, Instant.parse(proposedAt)),
                    Optional.of(
                            new Signature(new ActorId(UUID.fromString(decidedBy)), decider, Instant.parse(decidedAt))),
                    Optional.of(new Erasure.Receipt(receipt, hash)));
        }
    }

    /** Appends what is about to be erased; it is on the disk when this returns. */
    synchronized void append(Erasure erased) {
        var json = JSON.writeValueAsString(Stone.of(erased));
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(keys.sign(RING, bytes(json)));
        try {
            prepare();
            try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                var line = ByteBuffer.wrap(bytes(signature + " " + json + "\n"));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("The list of what has been erased could not be written", fault);
        }
    }

    private void prepare() throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    /** Whether there is a list; there is none in a new data folder, nor where nothing was ever erased. */
    boolean areThere() {
        return Files.exists(file);
    }

    /** All that has been erased, oldest first. */
    synchronized Read read() {
        if (!Files.exists(file)) {
            return new Read(List.of(), 0);
        }
        var erased = new ArrayList<Erasure>();
        int unreadable = 0;
        try {
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                var found = erasure(line);
                found.ifPresent(erased::add);
                unreadable += found.isPresent() ? 0 : 1;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("The list of what has been erased could not be read", fault);
        }
        return new Read(erased, unreadable);
    }

    private Optional<Erasure> erasure(String line) {
        int space = line.indexOf(' ');
        try {
            var json = line.substring(space + 1);
            var signature = Base64.getUrlDecoder().decode(line.substring(0, Math.max(space, 0)));
            return keys.isSignature(RING, signature, bytes(json))
                    ? Optional.of(JSON.readValue(json, Stone.class).erasure())
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException | KeyFault unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
