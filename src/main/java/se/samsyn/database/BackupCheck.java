package se.samsyn.database;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a copy of all tables from end to end: its seal, the manifest, and the checksum of every table. */
record BackupCheck(BackupFile file, JsonMapper json) {

    private static final String NO_BACKUP = "Filen är ingen säkerhetskopia, eller är skadad: ";

    /**
     * What the file says of itself, once all of it has been found to be true.
     *
     * @throws RestoreRefused if anything is missing or not as it was written
     */
    BackupManifest verified() throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        Optional<BackupManifest> manifest;
        try (InputStream opened = file.open()) {
            ZipInputStream zip = new ZipInputStream(opened);
            manifest = entries(zip, digests);
            opened.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException damaged) {
            throw new RestoreRefused(NO_BACKUP + file.path(), damaged);
        } catch (IOException failure) {
            throw new RestoreRefused("Säkerhetskopian är skadad eller ändrad: krypteringen stämmer inte", failure);
        }
        BackupManifest stated = manifest.orElseThrow(() -> new RestoreRefused(NO_BACKUP + Backup.MANIFEST + " saknas"));
        if (stated.format() != BackupManifest.FORMAT) {
            throw new RestoreRefused("Säkerhetskopian har ett format som den här versionen av Samsyn inte läser");
        }
        compare(stated, digests);
        return stated;
    }

    private Optional<BackupManifest> entries(ZipInputStream zip, Map<String, String> digests) throws IOException {
        Optional<BackupManifest> manifest = Optional.empty();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(Backup.MANIFEST)) {
                manifest = Optional.of(manifest(zip));
            } else {
                digests.put(entry.getName(), digest(zip));
            }
        }
        return manifest;
    }

    private BackupManifest manifest(InputStream zip) {
        try {
            return json.readValue(keptOpen(zip), BackupManifest.class);
        } catch (JacksonException damaged) {
            throw new RestoreRefused("Säkerhetskopians förteckning går inte att läsa", damaged);
        }
    }

    static String digest(InputStream in) throws IOException {
        @SuppressWarnings("resource") // the stream goes on after the entry
        DigestInputStream digested = new DigestInputStream(in, StoredTable.sha256());
        digested.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    private static void compare(BackupManifest manifest, Map<String, String> digests) {
        for (BackupManifest.Part part : manifest.tables()) {
            String digest = digests.get(part.entry());
            if (digest == null) {
                throw new RestoreRefused(NO_BACKUP + part.name() + " saknas");
            }
            if (!digest.equals(part.sha256())) {
                throw new RestoreRefused("Säkerhetskopian är skadad: " + part.name() + " har fel kontrollsumma");
            }
        }
    }

    /** A part of a zip as a stream that leaves the zip open. */
    static InputStream keptOpen(InputStream zip) {
        return new FilterInputStream(zip) {

            @Override
            public void close() {
                // the zip goes on
            }
        };
    }
}
