package se.samsyn.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sessions that are over though their cookies are not: those begun before the account was closed or its password changed. Kept in
 * memory, as the sessions are.
 */
@Component
final class EndedSessions {

    private final Map<ActorId, Instant> ended = new ConcurrentHashMap<>();
    private final Clock clock;

    EndedSessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Ends all sessions of an account that begin before the change under way has been committed: until then a sign-in still meets
     * the account as it was.
     */
    void endAfterCommit(ActorId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ended.put(id, clock.instant());
            }
        });
    }

    boolean contains(SignedIn session) {
        var end = ended.get(session.actor().id());
        return end != null && session.since().isBefore(end);
    }
}
