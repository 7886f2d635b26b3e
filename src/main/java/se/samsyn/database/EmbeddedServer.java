package se.samsyn.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that Samsyn brings along, in its data folder. Processes on the same folder share it: the first starts it,
 * the last to leave stops it.
 */
/*
 * How: two lock files, which the system lets go of even when a process is killed. Whoever starts or stops the server holds
 * `turn.lock` alone meanwhile; whoever uses it holds `users.lock` shared. On leaving, a process that can have `users.lock` for
 * itself is the last and stops the server. A server left behind by a killed process is found by its postmaster.pid: it is taken
 * over if it answers to our password, and stopped and started again if it does not.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String SUPERUSER = "samsyn_superuser";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int WAIT_SECONDS = 60;
    private static final int LOWEST_PORT = 20_000;
    private static final int PORTS = 10_000;

    private final DataFolder folder;
    private final ServerBinaries binaries;
    private final Cluster cluster;
    private final Login superuser;
    private final FileChannel users;
    private int port;
    private @Nullable FileLock use;

    private EmbeddedServer(DataFolder folder, Durability durability, FileChannel users) {
        this.folder = folder;
        this.binaries = ServerBinaries.unpacked(folder);
        this.superuser = folder.login(SUPERUSER);
        this.cluster = new Cluster(folder, binaries, durability);
        this.users = users;
    }

    /** Starts the folder's server, or joins the one that runs. */
    static EmbeddedServer join(DataFolder folder, Durability durability) {
        folder.prepare();
        try (FileChannel turn = open(folder.turnLock());
                FileLock held = turn.lock()) {
            FileChannel users = open(folder.usersLock());
            try {
                EmbeddedServer server = new EmbeddedServer(folder, durability, users);
                server.ensureRunning();
                server.use = users.lock(0, Long.MAX_VALUE, true);
                LOG.debug("Joined under {}", held);
                return server;
            } catch (IOException | RuntimeException failure) {
                users.close();
                throw failure;
            }
        } catch (OverlappingFileLockException twice) {
            throw new IllegalStateException(
                    "The data folder is already in use in this process: " + folder.root(), twice);
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "Databasservern i " + folder.database() + " gick inte att starta",
                    "Se loggen i " + folder.log() + ".",
                    failure);
        }
    }

    /** The address of a database in this server, for connections of the superuser. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    Login superuser() {
        return superuser;
    }

    /** Connects as the superuser, for the work that no other role may do. */
    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", superuser.user());
        properties.setProperty("password", superuser.password());
        properties.setProperty("currentSchema", DatabaseAddress.SCHEMA);
        properties.setProperty("ApplicationName", DatabaseAddress.sessionName());
        return DriverManager.getConnection(url(database), properties);
    }

    /** PostgreSQL's own files. */
    Path cluster() {
        return folder.cluster();
    }

    DataFolder folder() {
        return folder;
    }

    /**
     * Starts the server again at the same port, if its process is gone although nobody has stopped it.
     *
     * @return whether it had to be started
     */
    boolean revive() throws IOException {
        if (RunningServer.in(folder.cluster()).isPresent()) {
            return false;
        }
        try (FileChannel turn = open(folder.turnLock());
                FileLock held = turn.lock()) {
            LOG.debug("Looking under {}", held);
            if (use == null
                    || !use.isValid()
                    || RunningServer.in(folder.cluster()).isPresent()) {
                return false;
            }
            Files.deleteIfExists(folder.cluster().resolve("postmaster.pid"));
            cluster.start(port, WAIT_SECONDS);
            return true;
        }
    }

    private void ensureRunning() throws IOException {
        Optional<RunningServer> left = RunningServer.in(folder.cluster());
        if (left.isPresent() && answers(left.get().port())) {
            port = left.get().port();
            return;
        }
        if (left.isPresent()) {
            LOG.info("Stoppar en databasserver som blivit kvar");
            cluster.stop();
        }
        Files.deleteIfExists(folder.cluster().resolve("postmaster.pid"));
        cluster.createUnlessThere();
        port = freePort();
        cluster.start(port, WAIT_SECONDS);
    }

    private boolean answers(int candidate) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        do {
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + candidate + "/postgres", superuser.user(), superuser.password())) {
                return connection.isValid(2);
            } catch (SQLException notYet) {
                LOG.debug("No answer at {}: {}", candidate, notYet.getSQLState());
            }
        } while (System.nanoTime() < patience && paused());
        return false;
    }

    private static boolean paused() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The port of the last start if it is still free, else another below the range that systems hand out. */
    private int freePort() throws IOException {
        if (Files.exists(folder.port())) {
            int last = Integer.parseInt(
                    Files.readString(folder.port(), StandardCharsets.UTF_8).strip());
            if (isFree(last)) {
                return last;
            }
        }
        SecureRandom random = new SecureRandom();
        for (int tries = 0; tries < 100; tries++) {
            int candidate = LOWEST_PORT + random.nextInt(PORTS);
            if (isFree(candidate)) {
                Files.writeString(folder.port(), candidate + "\n", StandardCharsets.UTF_8);
                return candidate;
            }
        }
        throw new IOException("No free port between " + LOWEST_PORT + " and " + (LOWEST_PORT + PORTS));
    }

    private static boolean isFree(int candidate) {
        try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Leaves the server, and stops it when nobody else uses it. */
    @Override
    public void close() {
        try (FileChannel turn = open(folder.turnLock());
                FileLock held = turn.lock()) {
            LOG.debug("Leaving under {}", held);
            if (isLast() && RunningServer.in(folder.cluster()).isPresent()) {
                cluster.stop();
            }
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "Databasservern gick inte att stoppa", "Den tas om hand vid nästa start.", failure);
        }
    }

    private boolean isLast() throws IOException {
        try (users) {
            if (use != null) {
                use.release();
            }
            return users.tryLock() != null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
