package se.samsyn.access;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Accounts closed while somebody may be signed in to them: their sessions end with the next request. */
@Component
final class ClosedAccounts {

    private final Set<ActorId> closed = ConcurrentHashMap.newKeySet();

    void set(ActorId id, boolean active) {
        if (active) {
            closed.remove(id);
        } else {
            closed.add(id);
        }
    }

    boolean contains(ActorId id) {
        return closed.contains(id);
    }
}
