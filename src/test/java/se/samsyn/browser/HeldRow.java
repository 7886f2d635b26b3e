package se.samsyn.browser;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.database.RowScope;
import se.samsyn.kernel.UnitId;

/** An occasion that another connection has locked, so that a save of it is under way until it is released. */
final class HeldRow {

    private final CountDownLatch locked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private HeldRow() {}

    /** Locks the occasion of a form's address. */
    static HeldRow of(JdbcClient jdbc, TransactionTemplate transactions, String form) throws InterruptedException {
        var held = new HeldRow();
        var id = UUID.fromString(form.substring(form.lastIndexOf('/') + 1));
        var units = jdbc.sql("select id from organisation_unit")
                .query((row, number) -> new UnitId(row.getObject("id", UUID.class)))
                .set();
        Thread.ofVirtual().start(() -> held.lock(jdbc, transactions, units, id));
        if (!held.locked.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The row could not be locked");
        }
        return held;
    }

    void release() {
        released.countDown();
    }

    private void lock(JdbcClient jdbc, TransactionTemplate transactions, Set<UnitId> units, UUID id) {
        try {
            RowScope.working(
                    units,
                    "",
                    () -> transactions.execute(_ -> {
                        jdbc.sql("select id from followup_occasion where id = :id for update")
                                .param("id", id)
                                .query(UUID.class)
                                .single();
                        locked.countDown();
                        return await();
                    }));
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    private boolean await() {
        try {
            return released.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
