package se.samsyn.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files of one folder that only their owner may read: written whole or not at all, and on disk before anything is done with them. */
final class KeyFiles {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final String TURN = ".turn";

    private final Path root;

    KeyFiles(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** What tells one version of a file from another. */
    record Stamp(FileTime changed, @Nullable Object file, long size) {}

    /** The file's version; nothing where there is none. */
    Optional<Stamp> stamp(Path file) {
        try {
            var found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(found.lastModifiedTime(), found.fileKey(), found.size()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a file, unless another process was first, whose file is then the one to use. */
    void add(Path file, byte[] content) {
        place(content, draft -> {
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException first) {
                // another process was first, and its file is the one to use
            } catch (UnsupportedOperationException noLinks) {
                Files.move(draft, file);
            }
        });
    }

    /** Writes a file in place of the one there was. */
    void replace(Path file, byte[] content) {
        place(
                content,
                draft -> Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** Whether others than the owner can read the folder or the file. */
    boolean open(Path file) {
        try {
            for (Path each : new Path[] {root, file}) {
                if (isPosix() && Files.exists(each) && !OWNER.containsAll(Files.getPosixFilePermissions(each))) {
                    return true;
                }
            }
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The right to change keys, had by one process at a time and given back when it ends; nothing where another has it. */
    Optional<Turn> turn() {
        try {
            prepare();
            FileChannel channel =
                    FileChannel.open(root.resolve(TURN), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(channel::close);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A turn that ends when it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    private void place(byte[] content, Placing placing) {
        try {
            prepare();
            Path draft = Files.createTempFile(root, "key", ".tmp", onlyOwner("rw-------"));
            try {
                try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    out.write(ByteBuffer.wrap(content));
                    out.force(true);
                }
                placing.place(draft);
            } finally {
                Files.deleteIfExists(draft);
            }
            flushFolder();
        } catch (IOException failure) {
            throw new UncheckedIOException("The key folder cannot be written: " + root, failure);
        }
    }

    private void prepare() throws IOException {
        Files.createDirectories(root, onlyOwner("rwx------"));
    }

    /** So that the file's name, too, survives a loss of power. */
    private void flushFolder() throws IOException {
        if (isPosix()) {
            try (var folder = FileChannel.open(root, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private boolean isPosix() {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] onlyOwner(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private interface Placing {
        void place(Path draft) throws IOException;
    }
}
