package se.samsyn.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import se.samsyn.keys.Ring;
import se.samsyn.keys.SealedFiles;
import se.samsyn.keys.Use;

/** A file of a backup: sealed with the keys of backups, in a context that says what it is. One that is not sealed is nobody's, and is not read. */
record BackupFile(Path path, String context, SealedFiles seals) {

    /** The context of a copy of all tables. */
    static final String TABLES = "backup:tables";

    /** The context of a copy of the database's files. */
    static final String BASE = "backup:base";

    private static final Ring RING = Ring.of(Use.BACKUP);
    private static final int BUFFER = 1 << 16;

    /** What puts the contents of a file on a stream. */
    interface Contents<R> {
        R writeTo(OutputStream out) throws IOException, SQLException;
    }

    /** Writes the file whole or not at all, sealed, on disk before it gets its name; it is readable by its owner alone. */
    <R> R write(Contents<R> contents) throws IOException, SQLException {
        Path target = path.toAbsolutePath();
        Path draft = Files.createTempFile(
                target.getParent(), BackupFolder.DRAFT, ".part", DataFolder.onlyOwner("rw-------"));
        try {
            R result;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                OutputStream kept = new FilterOutputStream(Channels.newOutputStream(channel)) {

                    @Override
                    public void write(byte[] bytes, int from, int count) throws IOException {
                        out.write(bytes, from, count);
                    }

                    @Override
                    public void close() throws IOException {
                        flush();
                        channel.force(true);
                        super.close();
                    }
                };
                try (OutputStream sealed = new BufferedOutputStream(
                        seals.sealing(RING, new BufferedOutputStream(kept, BUFFER), context), BUFFER)) {
                    result = contents.writeTo(sealed);
                }
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes a zip of its own kind: quick rather than small. */
    <R> R writeZip(ZipContents<R> contents) throws IOException, SQLException {
        return write(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_SPEED);
                return contents.writeTo(zip);
            }
        });
    }

    /** What fills a zip. */
    interface ZipContents<R> {
        R writeTo(ZipOutputStream zip) throws IOException, SQLException;
    }

    /** What was written, opened; reading throws an {@link IOException} where it is not as it was written. */
    InputStream open() throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            if (!SealedFiles.isSealed(path)) {
                throw new RestoreRefused(
                        "Filen är ingen säkerhetskopia, eller är inte krypterad, så att ingen kan säga om den är som den skrevs: "
                                + path);
            }
            return new BufferedInputStream(seals.opening(RING, file, context), BUFFER);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** The same as a zip. */
    ZipInputStream openZip() throws IOException {
        return new ZipInputStream(open());
    }
}
