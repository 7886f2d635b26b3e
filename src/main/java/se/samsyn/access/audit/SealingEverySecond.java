package se.samsyn.access.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import se.samsyn.keys.KeyFault;

/** Seals the log while the program serves pages: what was left at the last stop, then each second, and what remains when it stops. */
@Component
@ConditionalOnWebApplication
final class SealingEverySecond implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealingEverySecond.class);

    /** A fault that lasts is told once in so many rounds. */
    private static final int TELL = 60;

    private final Sealer sealer;
    private @Nullable ScheduledExecutorService timer;
    private int failures;

    SealingEverySecond(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public synchronized void start() {
        var own = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("log-sealer").daemon().factory());
        var _ = own.scheduleWithFixedDelay(this::seal, 0, 1, TimeUnit.SECONDS);
        timer = own;
    }

    /** After the pages have closed. */
    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.close();
            timer = null;
            seal();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /** The lines wait for the next round when the database is away or the key is. */
    private void seal() {
        try {
            sealer.seal();
            failures = 0;
        } catch (KeyFault fault) {
            tell(fault.getMessage() + ". " + fault.remedy());
        } catch (DataAccessException | TransactionException away) {
            tell(away.getClass().getSimpleName());
        } catch (RuntimeException fault) {
            tell(fault.getClass().getSimpleName());
        }
    }

    private void tell(String what) {
        if (failures++ % TELL == 0) {
            LOG.error("Åtkomstloggen kan inte förseglas just nu, raderna väntar: {}", what);
        }
    }
}
