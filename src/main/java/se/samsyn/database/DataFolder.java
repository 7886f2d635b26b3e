package se.samsyn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The folder where Samsyn keeps what it must not lose. Below {@code database/}: {@code cluster} (PostgreSQL's own files),
 * {@code secrets} (one password per file, readable by the owner alone), {@code port} and the two lock files.
 */
record DataFolder(Path root) {

    DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path database() {
        return root.resolve("database");
    }

    Path cluster() {
        return database().resolve("cluster");
    }

    Path log() {
        return database().resolve("log");
    }

    Path port() {
        return database().resolve("port");
    }

    /** Where the server puts aside finished pieces of its log; only there while a backup folder is named. */
    Path spool() {
        return database().resolve("spool");
    }

    /** There when pieces of the log had to be thrown away, since the spool was full. */
    Path gap() {
        return database().resolve("spool.gap");
    }

    Path archiveScript() {
        return database().resolve("archive.sh");
    }

    /** Held by whoever starts or stops the server, for as long as that takes. */
    Path turnLock() {
        return database().resolve("turn.lock");
    }

    /** Held, shared, by every process that uses the server. */
    Path usersLock() {
        return database().resolve("users.lock");
    }

    Path secret(String role) {
        return database().resolve("secrets").resolve(role);
    }

    /** The command line of one of PostgreSQL's programs. */
    List<String> binariesCommand(String program, String... arguments) {
        return ServerBinaries.unpacked(this).command(program, arguments);
    }

    /** Makes the folders, private to their owner; a copied folder that others could read is closed again. */
    void prepare() {
        try {
            Files.createDirectories(root);
            folder(database());
            folder(database().resolve("secrets"));
            folder(log());
            if (Files.isDirectory(cluster())) {
                folder(cluster());
            }
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "Det går inte att skriva i datamappen " + root,
                    "Ge den som kör Samsyn skrivrätt där, eller välj en annan mapp med --data eller SAMSYN_DATA.",
                    failure);
        }
    }

    /** The role's password: read from its file, or made up and stored there the first time. */
    Login login(String role) {
        Path file = secret(role);
        try {
            if (Files.exists(file)) {
                return new Login(
                        role, Files.readString(file, StandardCharsets.UTF_8).strip());
            }
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            String password = HexFormat.of().formatHex(bytes);
            Path draft = Files.createTempFile(file.getParent(), role, ".new", onlyOwner("rw-------"));
            Files.writeString(draft, password, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return new Login(role, password);
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "Lösenordet i " + file + " går inte att läsa eller skriva",
                    "Kontrollera att filen ägs av den som kör Samsyn.",
                    failure);
        }
    }

    private static void folder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path, onlyOwner("rwx------"));
        } else if (isPosix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        if (!Files.isWritable(path)) {
            throw new IOException("Not writable: " + path);
        }
    }

    static FileAttribute<?>[] onlyOwner(String permissions) {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
