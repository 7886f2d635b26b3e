package se.samsyn.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import se.samsyn.keys.SealedFiles;
import tools.jackson.databind.json.JsonMapper;

/** Puts the program's own database back as it was at a moment, from a copy of its files and its log, in a data folder. */
/*
 * How: the newest copy that was whole by then is unpacked, and its seal and checksums verified, beside where the database shall be. PostgreSQL runs
 * alone on it, without a port, reads the log up to the moment, and gives the superuser the password of this data folder. Only then does the folder take its place.
 */
@Component
class PointInTime {

    private static final Pattern LAST = Pattern.compile("last completed transaction was at log time (\\S+ \\S+)");
    private static final String TOO_SHORT = "recovery ended before configured recovery target was reached";

    private final SealedFiles seals;
    private final JsonMapper json;

    PointInTime(SealedFiles seals, JsonMapper json) {
        this.seals = seals;
        this.json = json;
    }

    /**
     * What was put back.
     *
     * @param asOf the moment that was asked for, or that of the last change there was
     * @param last when the last change that is there was made, as the server tells it
     * @param isWhole whether the log reached the moment that was asked for
     */
    record Restored(BackupFolder.Base base, Instant asOf, Optional<String> last, boolean isWhole) {}

    /**
     * Restores to a moment, or as far as the log goes.
     *
     * @throws RestoreRefused if there is no copy from before then, or something is damaged, newer than this program, or in the way
     */
    Restored restore(BackupFolder folder, Optional<Instant> at, DataFolder data, Restore.Existing existing)
            throws IOException {
        BackupFolder.Base base = base(folder, at);
        data.prepare();
        try (FileChannel turn = lockFile(data.turnLock());
                FileLock held = turn.lock();
                FileChannel users = lockFile(data.usersLock())) {
            requireFree(data, users, existing, held);
            Path draft = data.database().resolve("cluster.restored");
            FileSystemUtils.deleteRecursively(draft);
            try {
                BaseManifest manifest =
                        new BaseCheck(new BackupFile(base.file(), BackupFile.BASE, seals), json).unpack(draft);
                requireFit(manifest, ServerBinaries.unpacked(data));
                Restored restored = recover(folder, base, at, data, draft);
                new UnfinishedRestore(data).begin();
                takePlace(draft, data);
                return restored;
            } finally {
                FileSystemUtils.deleteRecursively(draft);
            }
        }
    }

    private static BackupFolder.Base base(BackupFolder folder, Optional<Instant> at) throws IOException {
        var bases = folder.bases();
        if (bases.isEmpty()) {
            throw new RestoreRefused(
                    "I mappen finns ingen kopia av databasens filer (base-….samsyn): " + folder.root());
        }
        return at.isEmpty()
                ? bases.getLast()
                : folder.baseBefore(at.get())
                        .orElseThrow(() -> new RestoreRefused("Den äldsta kopian i mappen blev klar "
                                + bases.getFirst().ended() + ", efter det ögonblick som begärts"));
    }

    private static void requireFree(DataFolder data, FileChannel users, Restore.Existing existing, FileLock turn)
            throws IOException {
        try (FileLock alone = users.tryLock()) {
            if (alone == null || RunningServer.in(data.cluster()).isPresent() || !turn.isValid()) {
                throw new RestoreRefused("Samsyn är igång på den här datamappen. Stoppa det först.");
            }
        }
        if (Files.exists(data.cluster()) && existing == Restore.Existing.REFUSE) {
            throw new RestoreRefused(
                    "Datamappen har redan en databas. Återställ till en ny mapp (--data NY_MAPP), eller lägg till --force"
                            + " för att ersätta den.");
        }
    }

    private static void requireFit(BaseManifest manifest, ServerBinaries binaries) throws IOException {
        Restore.requireKnown(manifest.versions());
        int ours = binaries.version();
        if (manifest.format() != BaseManifest.FORMAT || manifest.server() != ours) {
            throw new RestoreRefused(
                    "Kopian är gjord av PostgreSQL " + manifest.server() + ", men den här versionen av Samsyn har "
                            + ours + ". Återställ med den version av Samsyn som gjorde kopian, och uppgradera sedan");
        }
    }

    private Restored recover(
            BackupFolder folder, BackupFolder.Base base, Optional<Instant> at, DataFolder data, Path draft)
            throws IOException {
        try (LogSource source = new LogSource(data.database().resolve("restoring"), folder, seals)) {
            Recovery recovery = new Recovery(data, draft, source.command());
            String told = recovery.run(at);
            boolean whole = !told.contains(TOO_SHORT);
            if (!whole) {
                source.check();
                told = told + recovery.run(Optional.empty());
            }
            source.check();
            recovery.requireDone(told);
            Optional<String> last = last(told);
            return new Restored(base, whole ? at.orElse(base.ended()) : base.ended(), last, whole);
        }
    }

    private static Optional<String> last(String told) {
        Matcher found = LAST.matcher(told);
        String last = null;
        while (found.find()) {
            last = found.group(1);
        }
        return Optional.ofNullable(last);
    }

    private static void takePlace(Path draft, DataFolder data) throws IOException {
        Path old = data.database().resolve("cluster.old");
        FileSystemUtils.deleteRecursively(old);
        if (Files.exists(data.cluster())) {
            Files.move(data.cluster(), old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(draft, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(old);
        FileSystemUtils.deleteRecursively(data.spool());
        Files.deleteIfExists(data.gap());
    }

    private static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
