package se.samsyn.access.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.Use;

/**
 * The head of the chain outside the database: a line is added each time something has been sealed, so that a chain that has been cut off
 * is found. Each line is signed, and the files are readable by their owner alone. When a file is full the next is begun, and the one
 * before it is kept.
 */
final class HeadFile {

    private static final byte[] KIND = {'h', 'e', 'a', 'd', 1, ' '};
    private static final long FULL = 1L << 20;
    private static final long END = 1_000;

    private final Path folder;
    private final Keys keys;

    HeadFile(Path folder, Keys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** A line of the files; without a head where it is not as it was written. */
    record Kept(String text, Optional<Head> head) {}

    /** Adds a head. */
    synchronized void add(Head head) {
        var signed = head.signed(keys.sign(Ring.of(Use.LOG), bytes(head)));
        try {
            Files.createDirectories(folder, onlyOwner("rwx------"));
            if (Files.exists(current()) && Files.size(current()) > FULL) {
                Files.move(current(), former(), StandardCopyOption.REPLACE_EXISTING);
            }
            write((endsInTheMiddle() ? "\n" : "") + signed.line() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(String text) throws IOException {
        var how = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        try (var channel = FileChannel.open(current(), how, onlyOwner("rw-------"))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }

    /** Whether the last line was cut short, as when the power went. */
    private boolean endsInTheMiddle() throws IOException {
        if (!Files.exists(current()) || Files.size(current()) == 0) {
            return false;
        }
        try (var channel = FileChannel.open(current())) {
            var last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }

    /** The newest head that this program wrote; nothing where there is none. Reads the end of the file alone. */
    synchronized Optional<Head> last() {
        return newest(current()).or(() -> newest(former()));
    }

    private Optional<Head> newest(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file)) {
            var end = ByteBuffer.allocate((int) Math.min(END, channel.size()));
            channel.read(end, channel.size() - end.capacity());
            return new String(end.array(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .flatMap(line -> Head.parse(line).filter(this::isOurs).stream())
                    .reduce((one, next) -> next);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything that is kept, the oldest first. */
    List<Kept> all() {
        var all = new ArrayList<Kept>();
        for (var file : List.of(former(), current())) {
            var lines = lines(file);
            for (int at = 0; at < lines.size(); at++) {
                var head = Head.parse(lines.get(at)).filter(this::isOurs);
                boolean cutShort = head.isEmpty() && at == lines.size() - 1;
                if (!cutShort) {
                    all.add(new Kept(lines.get(at), head));
                }
            }
        }
        return all;
    }

    boolean exists() {
        return Files.exists(current()) || Files.exists(former());
    }

    private boolean isOurs(Head head) {
        return LogSignature.fits(keys, HexFormat.of().parseHex(head.signature()), bytes(head));
    }

    private static byte[] bytes(Head head) {
        byte[] text = head.text().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(KIND.length + text.length)
                .put(KIND)
                .put(text)
                .array();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path current() {
        return folder.resolve("head.log");
    }

    private Path former() {
        return folder.resolve("head.1.log");
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
}
