package se.samsyn.engine;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * DuckDB in this process, without a file of its own, opened when first needed. It can reach the folder of rows and nothing else: no
 * other files, no network, no extensions, and none of that can be changed once it is open.
 */
@Component
@Lazy
final class DuckDbStore {
    /*
     * Its work runs on few platform threads: native calls hold the thread they are called on. A statement that has failed is closed by
     * the driver, so each gets a new one. Answers come as they are read, so that who has read enough can stop: a "limit" takes half as long
     * again as the counting itself. With a file to itself it would lock out other processes; Parquet has no such lock.
     */
    private static final int WORKERS = 2;

    /** Groups of codes that fit in so many bits are counted in an array, which is twice as fast as by hashing. */
    private static final int MOST_BITS = 20;

    /** Work with a connection of its own. */
    interface Work<T> {
        T with(Connection connection, Running running) throws SQLException;
    }

    /** What is running now, so that it can be stopped from another thread. */
    static final class Running {
        private final AtomicReference<@Nullable Statement> statement = new AtomicReference<>();
        private volatile boolean stopped;

        Statement statement(Connection connection) throws SQLException {
            if (stopped) {
                throw new Engine.Stopped();
            }
            Statement fresh = connection.createStatement();
            statement.set(fresh);
            return fresh;
        }

        void stop() throws SQLException {
            stopped = true;
            Statement now = statement.get();
            if (now != null && !now.isClosed()) {
                now.cancel();
            }
        }

        boolean stopped() {
            return stopped;
        }
    }

    private final RowsFolder folder;
    private final EngineSettings settings;
    private final ExecutorService workers;
    private @Nullable DuckDBConnection base;

    DuckDbStore(RowsFolder folder, EngineSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.workers = Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().daemon().name("duckdb-", 0).factory());
    }

    /** Does the work on one of the threads, and waits; an interrupt stops the work. */
    <T> T run(Work<T> work) {
        Running running = new Running();
        Future<T> future = workers.submit(() -> {
            try (Connection connection = connection()) {
                return work.with(connection, running);
            }
        });
        return awaited(future, running);
    }

    /** Waits for work that another thread does; an interrupt stops it. */
    static <T> T awaited(Future<T> future, Running running) {
        try {
            return future.get();
        } catch (InterruptedException _) {
            stop(running);
            Thread.currentThread().interrupt();
            throw new Engine.Stopped();
        } catch (ExecutionException failed) {
            throw told(failed.getCause(), running);
        }
    }

    /** What to throw: never the driver's own words, which may quote a value. */
    private static RuntimeException told(@Nullable Throwable cause, Running running) {
        if (running.stopped() || cause instanceof Engine.Stopped) {
            return new Engine.Stopped();
        }
        if (cause instanceof SQLException fault) {
            return new EngineFault(String.valueOf(fault.getMessage()));
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException("The engine failed", cause);
    }

    private static void stop(Running running) {
        try {
            running.stop();
        } catch (SQLException fault) {
            throw new EngineFault(String.valueOf(fault.getMessage()));
        }
    }

    private synchronized Connection connection() throws SQLException {
        if (base == null) {
            base = open();
        }
        return base.duplicate();
    }

    private DuckDBConnection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("autoload_known_extensions", "false");
        DuckDBConnection opened = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
        Path spill = folder.prepared().resolve("spill");
        try (Statement statement = opened.createStatement()) {
            Files.createDirectories(spill);
            statement.execute("set threads = " + settings.threads());
            statement.execute("set memory_limit = '" + settings.memory() + "MB'");
            statement.execute("set preserve_insertion_order = false");
            statement.execute("set perfect_ht_threshold = " + MOST_BITS);
            statement.execute("set temp_directory = " + text(spill.toString()));
            statement.execute("set allowed_directories = [" + text(folder.prepared() + "/") + "]");
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return opened;
    }

    /** A text as SQL writes it. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        workers.shutdownNow();
        if (base != null) {
            base.close();
        }
    }
}
