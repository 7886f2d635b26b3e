package se.samsyn.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL alone on files that are being restored: it reads the log, and nobody can connect to it meanwhile. */
record Recovery(DataFolder data, Path cluster, String fetch) {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    /** The server knows no {@code Z} where it reads its settings. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private static final String SIGNAL = "recovery.signal";

    /** Runs until the log has been read up to the moment, or to its end; gives what the server said. */
    String run(Optional<Instant> at) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), settings(at), StandardCharsets.UTF_8);
        if (!Files.exists(cluster.resolve(SIGNAL))) {
            Files.createFile(cluster.resolve(SIGNAL));
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        Path told = Files.createTempFile(data.log(), "recovery", ".log");
        Process server = new ProcessBuilder(
                        data.binariesCommand("postgres", "--single", "-D", cluster.toString(), "postgres"))
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try (var in = server.outputWriter(StandardCharsets.US_ASCII)) {
            Login superuser = data.login(EmbeddedServer.SUPERUSER);
            in.write("alter role " + superuser.user() + " password '" + superuser.password() + "'\n");
        } catch (IOException ended) {
            LOG.debug("The server ended before it read its orders", ended);
        }
        try {
            int status = server.waitFor();
            String text = Files.readString(told, StandardCharsets.UTF_8);
            return text + (status == 0 ? "" : "\nstatus " + status);
        } catch (InterruptedException stopped) {
            server.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("The recovery was interrupted", stopped);
        } finally {
            Files.deleteIfExists(told);
        }
    }

    /** The server takes its signal away when it has read what it should. */
    void requireDone(String told) throws IOException {
        if (Files.exists(cluster.resolve(SIGNAL))) {
            Path kept = data.log().resolve("recovery.log");
            Files.writeString(kept, told, StandardCharsets.UTF_8);
            throw new RestoreRefused(
                    "PostgreSQL kunde inte läsa loggen till slut. Vad den sade står i " + kept, new IOException(told));
        }
    }

    private String settings(Optional<Instant> at) {
        List<String> lines = List.of(
                "password_encryption = 'scram-sha-256'",
                "scram_iterations = 64",
                "archive_mode = off",
                "hot_standby = off",
                "lc_messages = 'C'",
                "log_timezone = 'UTC'",
                "max_connections = 150",
                "shared_buffers = '256MB'",
                "log_error_verbosity = 'terse'",
                "log_min_error_statement = 'panic'",
                "restore_command = '" + fetch.replace("'", "''") + "'",
                "recovery_target_action = 'promote'",
                at.map(moment -> "recovery_target_time = '" + MOMENT.format(moment) + "'")
                        .orElse(""),
                "");
        return String.join("\n", lines);
    }
}
