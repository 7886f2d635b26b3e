package se.samsyn.database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a copy of the database's files from end to end, its seal and every checksum, and unpacks it when asked. */
record BaseCheck(BackupFile file, JsonMapper json) {

    /** What the copy says of itself, once all of it has been found to be true. */
    BaseManifest verified() throws IOException {
        return read(null);
    }

    /** The same, with the files put in a folder; what is there when this fails must be thrown away. */
    BaseManifest unpack(Path folder) throws IOException {
        Files.createDirectory(folder, DataFolder.onlyOwner("rwx------"));
        return read(folder);
    }

    private BaseManifest read(@Nullable Path folder) throws IOException {
        Map<String, String> digests = new HashMap<>();
        Optional<BaseManifest> manifest;
        try (InputStream opened = file.open()) {
            manifest = entries(new ZipInputStream(opened), folder, digests);
            opened.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException damaged) {
            throw new RestoreRefused("Säkerhetskopian är skadad: " + file.path(), damaged);
        } catch (IOException failure) {
            if (folder != null && !(failure.getMessage() + "").contains("ciphertext")) {
                throw failure;
            }
            throw new RestoreRefused("Säkerhetskopian är skadad eller ändrad: krypteringen stämmer inte", failure);
        }
        BaseManifest stated = manifest.orElseThrow(
                () -> new RestoreRefused("Filen är ingen kopia av databasens filer: " + file.path()));
        if (digests.size() != stated.files().size()) {
            throw new RestoreRefused("Säkerhetskopian är ändrad: den har filer som inte står i dess förteckning");
        }
        for (BaseManifest.Part part : stated.files()) {
            if (!part.sha256().equals(digests.get(part.path()))) {
                throw new RestoreRefused(
                        "Säkerhetskopian är skadad: " + part.path() + " har fel kontrollsumma eller saknas");
            }
        }
        return stated;
    }

    private Optional<BaseManifest> entries(ZipInputStream zip, @Nullable Path folder, Map<String, String> digests)
            throws IOException {
        Optional<BaseManifest> manifest = Optional.empty();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(BaseManifest.NAME)) {
                manifest = Optional.of(manifest(zip));
            } else if (entry.isDirectory()) {
                if (folder != null) {
                    Files.createDirectories(inside(folder, entry.getName()), DataFolder.onlyOwner("rwx------"));
                }
            } else {
                digests.put(entry.getName(), digest(zip, folder, entry.getName()));
            }
        }
        return manifest;
    }

    private static String digest(ZipInputStream zip, @Nullable Path folder, String name) throws IOException {
        if (folder == null) {
            return BackupCheck.digest(zip);
        }
        Path target = inside(folder, name);
        Files.createFile(target, DataFolder.onlyOwner("rw-------"));
        @SuppressWarnings("resource") // the stream goes on after the entry
        DigestInputStream digested = new DigestInputStream(zip, StoredTable.sha256());
        try (OutputStream out = Files.newOutputStream(target)) {
            digested.transferTo(out);
        }
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("An entry of the copy points outside it");
        }
        return target;
    }

    private BaseManifest manifest(InputStream zip) {
        try {
            return json.readValue(BackupCheck.keptOpen(zip), BaseManifest.class);
        } catch (JacksonException damaged) {
            throw new RestoreRefused("Säkerhetskopians förteckning går inte att läsa", damaged);
        }
    }
}
