package se.samsyn.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sessions that are over though their cookies are not: those begun before the account was closed or its password changed. Kept in
 * memory, as the sessions are, and with the account, where the service finds what a command has ended.
 */
@Component
final class EndedSessions {

    private final Map<ActorId, Instant> ended = new ConcurrentHashMap<>();
    private final Map<SessionId, Instant> single = new ConcurrentHashMap<>();
    /** Longer than any session lasts. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** Where it is kept for other processes. */
    @FunctionalInterface
    interface Kept {

        /** The sessions of an account that began before then are over. */
        void endSessions(ActorId id, Instant at);
    }

    private final Kept kept;
    private final Clock clock;

    EndedSessions(Kept kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Ends all sessions of an account that begin before the change under way has been committed: until then a sign-in still meets
     * the account as it was.
     */
    void endAfterCommit(ActorId id) {
        kept.endSessions(id, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                end(id, clock.instant());
            }
        });
    }

    /** Ends one session. */
    void end(SessionId id) {
        var now = clock.instant();
        single.values().removeIf(at -> at.plus(REMEMBERED).isBefore(now));
        single.put(id, now);
    }

    /** Ends all sessions of an account that have begun. */
    void end(ActorId id) {
        var now = clock.instant();
        kept.endSessions(id, now);
        end(id, now);
    }

    /** Ends all sessions of an account that began before then. */
    void end(ActorId id, Instant at) {
        ended.merge(id, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean contains(SignedIn session) {
        if (single.containsKey(session.id())) {
            return true;
        }
        var end = ended.get(session.actor().id());
        return end != null && session.since().isBefore(end);
    }
}
