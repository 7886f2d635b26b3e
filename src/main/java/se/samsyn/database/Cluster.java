package se.samsyn.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's files and the programs that make, start and stop a server on them. */
record Cluster(DataFolder folder, ServerBinaries binaries, Durability durability) {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** Everyone signs in with a password, and only from this machine. */
    private static final String WHO_MAY_CONNECT = """
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** Makes the files of a new server; half-made ones of an interrupted attempt never take its place. */
    void createUnlessThere() throws IOException {
        if (Files.exists(folder.cluster().resolve("PG_VERSION"))) {
            return;
        }
        LOG.info("Skapar en ny databas i {}", folder.cluster());
        Path draft = folder.database().resolve("cluster.new");
        FileSystemUtils.deleteRecursively(draft);
        run(
                "initdb",
                60,
                "--pgdata=" + draft,
                "--username=" + EmbeddedServer.SUPERUSER,
                "--pwfile=" + folder.secret(EmbeddedServer.SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        Files.writeString(draft.resolve("pg_hba.conf"), WHO_MAY_CONNECT, StandardCharsets.UTF_8);
        Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server and waits until it takes connections. */
    void start(int port, int seconds) throws IOException {
        new ArchiveScript(folder).write();
        Files.writeString(folder.cluster().resolve("postgresql.conf"), settings(port), StandardCharsets.UTF_8);
        run(
                "pg_ctl",
                seconds + 10,
                "start",
                "-w",
                "-t",
                "" + seconds,
                "-D",
                folder.cluster().toString(),
                "-l",
                folder.log().resolve("start.log").toString());
    }

    /** Stops the server: open transactions are rolled back, what is committed is on disk. */
    void stop() throws IOException {
        run(
                "pg_ctl",
                70,
                "stop",
                "-w",
                "-t",
                "60",
                "-m",
                "fast",
                "-D",
                folder.cluster().toString());
    }

    private void run(String program, int seconds, String... arguments) throws IOException {
        List<String> command = binaries.command(program, arguments);
        File output = Files.createTempFile(folder.log(), program, ".out").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException(program + ": " + Files.readString(output.toPath(), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", stopped);
        } finally {
            Files.deleteIfExists(output.toPath());
        }
    }

    /*
     * Statements, parameters and details of errors are kept out of the log, since they hold answers. The memory is small on
     * purpose: the large tables are counted elsewhere. The passwords are 256 random bits, which no number of rounds makes harder to
     * guess, so few rounds are spent on each sign-in.
     */
    private String settings(int port) {
        String log = folder.log().toString().replace("'", "''");
        String waits = durability == Durability.KEPT ? "on" : "off";
        return """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = %1$d
            fsync = %3$s
            synchronous_commit = %3$s
            full_page_writes = %3$s
            password_encryption = 'scram-sha-256'
            scram_iterations = 64
            max_connections = 150
            shared_buffers = '256MB'
            work_mem = '16MB'
            maintenance_work_mem = '128MB'
            max_wal_size = '2GB'
            random_page_cost = 1.1
            jit = off
            timezone = 'Europe/Stockholm'
            logging_collector = on
            log_directory = '%2$s'
            log_filename = 'postgres-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            log_error_verbosity = 'terse'
            log_min_error_statement = 'panic'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            archive_mode = on
            archive_command = '%4$s'
            """.formatted(
                        port, log, waits, new ArchiveScript(folder).command().replace("'", "''"));
    }
}
