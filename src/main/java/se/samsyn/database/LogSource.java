package se.samsyn.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import se.samsyn.keys.SealedFiles;

/** Hands pieces of the log, opened one at a time, to a server that is being restored. */
/*
 * How: the server can only run a command for each piece. The command leaves a wish in a folder and waits for the piece, or for word that there is none.
 * So no more than a few pieces are ever open on disk, and no key leaves this process.
 */
final class LogSource implements AutoCloseable {

    private static final Pattern PIECE = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{8}\\.history");

    private static final String COMMAND = """
            #!/bin/sh
            # Written by Samsyn while it restores: $1 is the name of a piece of the log, $2 where it is wanted.
            folder=FOLDER
            : > "$folder/$1.wish" || exit 1
            while [ -e "$folder/$1.wish" ]; do
              [ -d "$folder" ] || exit 126
              sleep 0.02 2>/dev/null || sleep 1
            done
            [ -e "$folder/$1" ] || exit 1
            mv "$folder/$1" "$2"
            """;

    private final Path work;
    private final BackupFolder folder;
    private final SealedFiles seals;
    private final Thread thread;
    private volatile boolean ended;
    private volatile @Nullable RuntimeException failure;

    LogSource(Path work, BackupFolder folder, SealedFiles seals) throws IOException {
        this.work = work;
        this.folder = folder;
        this.seals = seals;
        FileSystemUtils.deleteRecursively(work);
        Files.createDirectory(work, DataFolder.onlyOwner("rwx------"));
        Files.writeString(script(), COMMAND.replace("FOLDER", ArchiveScript.quoted(work.toString())));
        this.thread = Thread.ofPlatform().name("log-source").daemon().start(this::serve);
    }

    private Path script() {
        return work.resolve("fetch.sh");
    }

    /** The command with the server's own marks for name and path. */
    String command() {
        return "sh " + ArchiveScript.quoted(script().toString()).replace("%", "%%") + " \"%f\" \"%p\"";
    }

    private void serve() {
        try {
            while (!ended) {
                try (Stream<Path> wishes = Files.list(work)) {
                    for (Path wish : wishes.filter(file -> file.toString().endsWith(".wish"))
                            .toList()) {
                        grant(wish);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (IOException e) {
            failure = new UncheckedIOException(e);
        } catch (RuntimeException e) {
            failure = e;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        giveUp();
    }

    private void grant(Path wish) throws IOException {
        String name = wish.getFileName().toString().replaceFirst("\\.wish$", "");
        if (PIECE.matcher(name).matches() && Files.exists(folder.piece(name))) {
            Path draft = work.resolve("." + name);
            try (InputStream in =
                    new GZIPInputStream(Archive.file(folder, name, seals).open())) {
                Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException damaged) {
                throw new RestoreRefused(
                        "En del av databasens logg i säkerhetskopian är skadad eller går inte att läsa: " + name
                                + ". Återställ till" + " ett ögonblick före "
                                + Files.getLastModifiedTime(folder.piece(name)).toInstant()
                                + ", eller ta en annan kopia",
                        damaged);
            }
            Files.move(draft, work.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(wish);
    }

    /** Lets no command wait for what will never come. */
    private void giveUp() {
        try {
            FileSystemUtils.deleteRecursively(work);
        } catch (IOException left) {
            if (failure == null) {
                failure = new UncheckedIOException(left);
            }
        }
    }

    /** What went wrong on this side, if anything did. */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
