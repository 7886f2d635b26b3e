package se.samsyn.access;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.kernel.PlaceCode;

/**
 * The access log: append-only, content-free. A read of a case is written in the reading transaction, so that no read goes
 * unlogged; a denial is written on its own, since its transaction is rolled back.
 */
@Service
public class AccessLog {

    private final AccessLogStore store;
    private final Clock clock;

    AccessLog(AccessLogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Writes that the actor did something to an object, named by its surrogate id. */
    @Transactional
    public void record(Actor actor, String event, Purpose purpose, String object, PlaceCode place) {
        store.append(clock.instant(), actor, event, purpose, object, place);
    }

    /** Writes that a wish was denied. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void denied(Actor actor, Action action, String object, PlaceCode place) {
        store.append(clock.instant(), actor, "DENIED_" + action, null, object, place);
    }

    /** Writes that somebody signed in or out. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void session(Actor actor, String event) {
        store.append(clock.instant(), actor, event, null, null, actor.place());
    }

    /** The latest lines of a place, newest first, at most so many. */
    @Transactional(readOnly = true)
    public List<LogLine> latest(PlaceCode place, int most) {
        return store.latest(place, most);
    }

    /** How many lines there are of a place in all. */
    @Transactional(readOnly = true)
    public long count(PlaceCode place) {
        return store.count(place);
    }
}
