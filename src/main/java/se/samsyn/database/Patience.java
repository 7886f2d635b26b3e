package se.samsyn.database;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a page waits for one statement: then the database cancels it, and the page says so. Work that is no page, such as an import, waits as long
 * as it takes.
 *
 * @param patience for a statement ({@code samsyn.patience}); a lock is waited for half as long, and a server that is dead silent half as long again
 */
@ConfigurationProperties("samsyn")
public record Patience(@DefaultValue("20s") Duration patience) {

    private static final ScopedValue<Patience> CURRENT = ScopedValue.newInstance();

    /** Work that may fail in its own way. */
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does work whose statements are waited for no longer than this. */
    public void during(Work work) throws Exception {
        ScopedValue.where(CURRENT, this).call(() -> {
            work.run();
            return true;
        });
    }

    static Optional<Patience> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    String statement() {
        return patience.toMillis() + "ms";
    }

    String lock() {
        return patience.dividedBy(2).toMillis() + "ms";
    }

    /** For one of the application's connections, when all are in use. */
    long connection() {
        return Math.max(1_000, patience.dividedBy(2).toMillis());
    }

    int silence() {
        return Math.toIntExact(patience.multipliedBy(3).dividedBy(2).toMillis());
    }
}
