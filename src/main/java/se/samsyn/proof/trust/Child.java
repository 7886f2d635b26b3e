package se.samsyn.proof.trust;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The program as a process of its own, with its own data folder: the same Java and the same classes as run here. Can be killed. */
final class Child implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);

    private final Path home;
    private final int port;
    private @Nullable Process program;
    private int starts;

    Child() throws IOException {
        this.home = Files.createTempDirectory("samsyn-trust");
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    int port() {
        return port;
    }

    Path data() {
        return home.resolve("data");
    }

    /** Starts the program in demo mode and waits until it answers. */
    void start() throws IOException {
        starts++;
        program = run("program-" + starts, "--spring.profiles.active=demo", "--server.port=" + port);
        awaitAnswer(START);
    }

    /** Runs a command on the same data; gives what it ended with. */
    int command(String... words) throws IOException {
        var running = run("command", words);
        try {
            return running.waitFor(5, TimeUnit.MINUTES) ? running.exitValue() : -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The command was interrupted", stopped);
        } finally {
            running.destroyForcibly();
        }
    }

    private Process run(String name, String... words) throws IOException {
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> word.startsWith("-XX:AOTCache")
                        || word.startsWith("--enable-native")
                        || word.startsWith("--sun-misc"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx768m", "-cp", classes(), "se.samsyn.Samsyn"));
        command.addAll(Arrays.asList(words));
        var builder = new ProcessBuilder(command)
                .directory(new File(System.getProperty("user.dir")))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SAMSYN_"));
        builder.environment().put("SAMSYN_DATA", data().toString());
        return builder.start();
    }

    /** The program itself and its libraries, without what tests have beside them. */
    private static String classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Files.isDirectory(Path.of(entry))
                        || Files.exists(Path.of(entry, "application.yaml"))
                        || Files.exists(Path.of(entry, "se/samsyn/Samsyn.class")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether the program answers, database and all, within the time. */
    boolean answers(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        do {
            try {
                if (new Caller(port).get("/logga-in").status() == 200) {
                    return true;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        } while (System.nanoTime() < until && alive());
        return false;
    }

    private void awaitAnswer(Duration patience) throws IOException {
        if (!answers(patience)) {
            throw new IOException("The program did not start; see " + home);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    boolean alive() {
        return program != null && program.isAlive();
    }

    /** Leaves nothing running, also where the proof itself is stopped in the middle. */
    private void stop() {
        var running = program;
        if (running != null) {
            running.destroyForcibly();
        }
        try {
            postmaster().ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /** Kills the program as kill -9 does. */
    void kill() throws IOException {
        if (program != null) {
            try {
                program.destroyForcibly().waitFor();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("The kill was interrupted", stopped);
            }
        }
    }

    /** Kills the database server of this data folder as kill -9 does; its own processes follow it. */
    void killDatabase() throws IOException {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var file = data().resolve("database/cluster/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    /** The program's own words since the first start. */
    List<Path> logs() throws IOException {
        try (var files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        var database = postmaster();
        database.ifPresent(ProcessHandle::destroyForcibly);
        database.ifPresent(server -> server.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(_ -> server)
                .join());
        pause();
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(Child::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
