package se.samsyn.keys;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whole files that are sealed: a line that says so, the number of the key, and then what is sealed. They open by the key folder alone, also where
 * there is no database yet, as when a backup is put back; a missing key and another's are told from a file that has been changed.
 */
@Component
public class SealedFiles {

    private static final byte[] MARK = "samsyn sealed 1\n".getBytes(StandardCharsets.US_ASCII);

    private final ObjectProvider<Rings> rings;
    private final KeyFolder folder;

    SealedFiles(ObjectProvider<Rings> rings, KeyFolder folder) throws GeneralSecurityException {
        this.rings = rings;
        this.folder = folder;
        StreamingAeadConfig.register();
    }

    /** What is written here goes sealed to the file; closing it ends the seal and closes the file. */
    public OutputStream sealing(Ring ring, OutputStream file, String context) throws IOException {
        LoadedRing keys = rings.getObject().newest(ring);
        file.write(MARK);
        file.write(ByteBuffer.allocate(Integer.BYTES).putInt(keys.newest()).array());
        try {
            return keys.worker(StreamingAead.class).newEncryptingStream(file, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A file could not be sealed", failure);
        }
    }

    /** Whether a file is sealed. */
    public static boolean isSealed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MARK.length), MARK);
        }
    }

    /**
     * Opens what was sealed by {@link #sealing} in the same context; reading throws an {@link IOException} where the bytes have been changed, moved
     * or cut off.
     *
     * @throws KeyFault when the key is not in the key folder, or the file is not a sealed one
     */
    public InputStream opening(Ring ring, InputStream file, String context) throws IOException {
        if (!Arrays.equals(file.readNBytes(MARK.length), MARK)) {
            throw damaged();
        }
        byte[] number = file.readNBytes(Integer.BYTES);
        if (number.length < Integer.BYTES) {
            throw damaged();
        }
        try {
            return keys(ring, ByteBuffer.wrap(number).getInt())
                    .worker(StreamingAead.class)
                    .newDecryptingStream(file, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A sealed file could not be opened", failure);
        }
    }

    private LoadedRing keys(Ring ring, int number) {
        KeyFiles.Stamp stamp = folder.stamp(ring)
                .orElseThrow(
                        () -> new KeyFault(
                                KeyFault.Kind.LOST,
                                "Nyckeln som filen krypterades med saknas: det finns ingen " + folder.file(ring),
                                "Lägg tillbaka nyckelmappen från dess egen kopia, eller peka ut den med SAMSYN_KEYS. Utan den kan ingen öppna filen."));
        LoadedRing keys = new LoadedRing(folder.read(ring), stamp);
        if (!keys.numbers().contains(number)) {
            throw new KeyFault(
                    KeyFault.Kind.FOREIGN,
                    "Filen krypterades med en annan nyckel än de i " + folder.file(ring),
                    "Nycklar och kopior hör ihop: peka ut den nyckelmapp som gällde när kopian gjordes med SAMSYN_KEYS.");
        }
        return keys;
    }

    private static KeyFault damaged() {
        return new KeyFault(
                KeyFault.Kind.DAMAGED,
                "Filen är inte en fil som Samsyn har krypterat, eller är avklippt",
                "Ta en annan kopia.");
    }
}
