package se.samsyn.access.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate for this machine, made by the JDK's own tool and written as PEM files. */
final class SelfMade {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private SelfMade() {}

    static void write(String name, Path certificate, Path key) {
        try {
            Path store =
                    Files.createTempDirectory(certificate.getParent(), "made").resolve("made.p12");
            int ended = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "made",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "SAN=dns:localhost",
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            new String(PASSWORD),
                            "-keystore",
                            store.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException("keytool failed");
            }
            var keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            replace(certificate, pem("CERTIFICATE", keys.getCertificate("made").getEncoded()));
            replace(key, pem("PRIVATE KEY", keys.getKey("made", PASSWORD).getEncoded()));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
