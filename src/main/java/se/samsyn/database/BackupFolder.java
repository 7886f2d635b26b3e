package se.samsyn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of backups: copies of the database's files ({@code base-<moment>-<first piece of the log needed>.samsyn}), all finished pieces of its
 * log since then ({@code log/<piece>.samsyn}), and copies of all tables ({@code tables-<moment>.samsyn}) of a database that is not the program's own.
 */
record BackupFolder(Path root) {

    static final String ENDING = ".samsyn";

    /** What files are called before they are whole; the program may be killed before they are. */
    static final String DRAFT = ".samsyn-backup";

    private static final Duration LEFT = Duration.ofDays(1);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern BASE = Pattern.compile("base-(\\d{8}T\\d{6}Z)-([0-9A-F]{24})\\.samsyn");
    private static final Pattern TABLES = Pattern.compile("tables-(\\d{8}T\\d{6}Z)\\.samsyn");
    private static final Pattern PIECE = Pattern.compile("([0-9A-F]{24})(\\.[0-9A-F]{8}\\.backup)?");

    /**
     * A copy of the database's files.
     *
     * @param ended when it was whole: the first moment that can be restored from it
     * @param first the first piece of the log that it needs
     */
    record Base(Path file, Instant ended, String first) {}

    /** The backup folder is made by the operator, and no other is made in its place: where a disk is missing, it would fill the wrong one. */
    BackupFolder present() throws IOException {
        if (!Files.isDirectory(root)) {
            throw new NoSuchFileException(root.toString());
        }
        return this;
    }

    /** Sees to it that one database alone is backed up here, by the server's own number of it: what a restore makes of it has the same. */
    void claim(String system) throws IOException {
        Path claim = present().root().resolve("database.id");
        if (Files.exists(claim)) {
            if (!Files.readString(claim, StandardCharsets.UTF_8).strip().equals(system)) {
                throw new BackupFaults.OthersFolder();
            }
            return;
        }
        Path draft = Files.createTempFile(root, DRAFT, ".part", DataFolder.onlyOwner("rw-------"));
        Files.writeString(draft, system + "\n", StandardCharsets.UTF_8);
        Files.move(draft, claim, StandardCopyOption.ATOMIC_MOVE);
    }

    Path log() throws IOException {
        Path log = root.resolve("log");
        if (!Files.isDirectory(log)) {
            Files.createDirectory(log, DataFolder.onlyOwner("rwx------"));
        }
        return log;
    }

    Path piece(String name) {
        return root.resolve("log").resolve(name + ENDING);
    }

    Path base(Instant ended, String first) {
        return root.resolve("base-" + MOMENT.format(ended) + "-" + first + ENDING);
    }

    Path tables(Instant made) {
        return root.resolve("tables-" + MOMENT.format(made) + ENDING);
    }

    /** The copies of the database's files, oldest first. */
    List<Base> bases() throws IOException {
        return names(root)
                .map(BASE::matcher)
                .filter(Matcher::matches)
                .map(name -> new Base(root.resolve(name.group()), moment(name.group(1)), name.group(2)))
                .sorted(Comparator.comparing(Base::ended))
                .toList();
    }

    /** The newest copy that was whole at that moment. */
    Optional<Base> baseBefore(Instant at) throws IOException {
        return bases().stream().filter(base -> !base.ended().isAfter(at)).reduce((one, later) -> later);
    }

    /** The names of the pieces of the log, in order. */
    List<String> pieces() throws IOException {
        Path log = root.resolve("log");
        return !Files.isDirectory(log)
                ? List.of()
                : names(log)
                        .filter(name -> name.endsWith(ENDING))
                        .map(name -> name.substring(0, name.length() - ENDING.length()))
                        .sorted()
                        .toList();
    }

    /** When the newest backup of either kind was made. */
    Optional<Instant> newest() throws IOException {
        return Stream.concat(
                        bases().stream().map(Base::ended),
                        names(root)
                                .map(TABLES::matcher)
                                .filter(Matcher::matches)
                                .map(name -> moment(name.group(1))))
                .max(Comparator.naturalOrder());
    }

    /** Removes what was made before that moment, and the pieces of the log that nothing kept needs; the newest of each kind stays. */
    int prune(Instant before) throws IOException {
        List<Path> old = new ArrayList<>();
        List<Base> bases = bases();
        List<Base> kept = bases.stream()
                .filter(base -> !base.ended().isBefore(before) || base.equals(bases.getLast()))
                .toList();
        bases.stream().filter(base -> !kept.contains(base)).map(Base::file).forEach(old::add);
        if (!kept.isEmpty()) {
            String first = kept.stream()
                    .map(Base::first)
                    .map(BackupFolder::place)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            pieces().stream()
                    .filter(name -> PIECE.matcher(name).matches() && place(name).compareTo(first) < 0)
                    .map(this::piece)
                    .forEach(old::add);
        }
        old.addAll(oldTables(before));
        old.addAll(drafts(root));
        old.addAll(Files.isDirectory(root.resolve("log")) ? drafts(root.resolve("log")) : List.of());
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
        return old.size();
    }

    private static List<Path> drafts(Path folder) throws IOException {
        List<Path> left = new ArrayList<>();
        for (String name : names(folder).filter(each -> each.startsWith(DRAFT)).toList()) {
            Path file = folder.resolve(name);
            Instant newest = Files.getLastModifiedTime(folder).toInstant();
            if (Files.getLastModifiedTime(file).toInstant().plus(LEFT).isBefore(newest)) {
                left.add(file);
            }
        }
        return left;
    }

    private List<Path> oldTables(Instant before) throws IOException {
        List<Matcher> found = names(root)
                .map(TABLES::matcher)
                .filter(Matcher::matches)
                .sorted(Comparator.comparing(Matcher::group))
                .toList();
        return found.stream()
                .limit(Math.max(0, found.size() - 1))
                .filter(name -> moment(name.group(1)).isBefore(before))
                .map(name -> root.resolve(name.group()))
                .toList();
    }

    /** Where in the log a piece lies, whatever the timeline it was written on (the first eight digits). */
    private static String place(String piece) {
        return piece.substring(8, 24);
    }

    private static Instant moment(String text) {
        return MOMENT.parse(text, Instant::from);
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
