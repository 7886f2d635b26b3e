package se.samsyn.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked once per version into the user's cache folder (or the data folder, where there is no cache to
 * write to) from the archive that comes with Samsyn.
 */
record ServerBinaries(Path home) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerBinaries.class);

    /** Finds the unpacked programs or unpacks them. */
    static ServerBinaries unpacked(DataFolder folder) {
        try {
            String print = fingerprint();
            Path home = cache(folder).resolve("postgres-" + print);
            if (!Files.isDirectory(home)) {
                LOG.info("Packar upp PostgreSQL (görs en gång)");
                unpackInto(home);
            }
            return new ServerBinaries(home);
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "PostgreSQL:s program gick inte att packa upp",
                    "Kontrollera att det finns minst 200 MB ledigt och skrivrätt, eller ange en egen databas med"
                            + " SAMSYN_DATABASE_URL.",
                    failure);
        }
    }

    /**
     * The command line of one of the programs. PostgreSQL refuses to run as root, so root runs it in a user namespace of its own,
     * where it is nobody.
     */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The main version of PostgreSQL, such as 18. */
    int version() throws IOException {
        Process asked =
                new ProcessBuilder(home.resolve("bin").resolve("postgres").toString(), "--version").start();
        try (var out = asked.inputReader()) {
            String told = out.readLine();
            return Integer.parseInt(told.replaceFirst("^\\D*(\\d+).*$", "$1"));
        }
    }

    private static Path cache(DataFolder folder) throws IOException {
        String stated = System.getenv("XDG_CACHE_HOME");
        Path base = stated == null || stated.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(stated);
        Path own = base.resolve("samsyn");
        try {
            Files.createDirectories(own);
            if (Files.isWritable(own)) {
                return own;
            }
        } catch (IOException unwritable) {
            LOG.debug("No cache folder at {}", own, unwritable);
        }
        return Files.createDirectories(folder.root().resolve("programs"));
    }

    private static void unpackInto(Path home) throws IOException {
        Path draft = Files.createTempDirectory(home.getParent(), "unpacking");
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft);
            }
            moveUnlessThere(draft, home);
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private static void moveUnlessThere(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (!Files.isDirectory(home)) {
                throw failure;
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("An entry of the archive points outside it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, into.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
                throw new IOException("Cannot make executable: " + target);
            }
        }
    }

    /** Tells one archive from another: its checksum, not a digest, which takes a tenth of a start to compute. */
    private static String fingerprint() throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream archive = archive()) {
            archive.transferTo(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
        }
        return HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.contains("mac") ? "Darwin" : system.contains("windows") ? "Windows" : "Linux";
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, System.getProperty("os.arch"));
        if (archive == null) {
            throw new IOException("No PostgreSQL for " + name + " " + System.getProperty("os.arch"));
        }
        return archive;
    }
}
