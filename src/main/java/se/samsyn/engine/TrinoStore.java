package se.samsyn.engine;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The way to a Trino cluster: work on few threads, each with a connection of its own, stopped as DuckDB's is. */
@Component
@ConditionalOnProperty(name = "samsyn.engine.trino", havingValue = "true")
final class TrinoStore {

    private static final int WORKERS = 4;

    /** Trino's own number for a question that took longer than it was allowed (EXCEEDED_TIME_LIMIT). */
    private static final int TOO_LONG = 0x2_0003;

    private final TrinoSettings settings;
    private final ExecutorService workers;

    /** Fails at the start, and not at the first question, where the driver is not on the class path. */
    TrinoStore(TrinoSettings settings) {
        this.settings = settings;
        try {
            DriverManager.getDriver(settings.trinoUrl());
        } catch (SQLException missing) {
            throw new IllegalStateException(
                    "Trinos drivrutin saknas: bygg med Mavens profil trino, se docs/drift.md", missing);
        }
        this.workers = Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().daemon().name("trino-", 0).factory());
    }

    /** Does the work on one of the threads, and waits; an interrupt stops the work. */
    <T> T run(DuckDbStore.Work<T> work) {
        DuckDbStore.Running running = new DuckDbStore.Running();
        return DuckDbStore.awaited(
                workers.submit(() -> {
                    try (Connection connection = connection()) {
                        return work.with(connection, running);
                    } catch (SQLException fault) {
                        throw told(fault);
                    }
                }),
                running);
    }

    private Connection connection() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.trinoUser());
        if (!settings.trinoPassword().isBlank()) {
            properties.setProperty("password", settings.trinoPassword());
        }
        properties.setProperty("source", "samsyn");
        return DriverManager.getConnection(settings.trinoUrl(), properties);
    }

    /** Trino's number of the fault and not its words, which quote what was asked. */
    private static RuntimeException told(SQLException fault) {
        return fault.getErrorCode() == TOO_LONG
                ? new Engine.Stopped()
                : new EngineFault("Trino " + fault.getErrorCode() + ":");
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
