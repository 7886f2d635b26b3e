package se.samsyn.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.database.RowScope;
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
        store.append(clock.instant(), Optional.of(actor), event, purpose, object, Optional.of(place));
    }

    /** Writes that the actor did the same to many objects, with a line for each. */
    @Transactional
    public void record(Actor actor, String event, Purpose purpose, List<String> objects, PlaceCode place) {
        store.append(clock.instant(), actor, event, purpose, objects, place);
    }

    /** Writes that a wish was denied. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void denied(Actor actor, Action action, String object, PlaceCode place) {
        store.append(clock.instant(), Optional.of(actor), "DENIED_" + action, null, object, Optional.of(place));
    }

    /** Writes that somebody signed in or out. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void session(Actor actor, String event) {
        store.append(clock.instant(), Optional.of(actor), event, null, null, Optional.of(actor.place()));
    }

    /**
     * Writes that a sign-in failed. What was typed is not written: in the wrong field it may be a password, or another's name.
     *
     * @param account whose sign-in it was, where there is such an account
     */
    @Transactional
    void refusedSignIn(Optional<Actor> account, String event) {
        store.append(
                clock.instant(),
                Optional.empty(),
                event,
                null,
                account.map(known -> known.id().toString()).orElse(null),
                account.map(Actor::place));
    }

    /**
     * Writes that an account was opened, closed or changed.
     *
     * @param by who did it; nobody where it was done by a command on the machine itself
     */
    @Transactional
    void account(Optional<Actor> by, String event, Actor account) {
        store.append(
                clock.instant(), by, event, Purpose.OPERATION, account.id().toString(), Optional.of(account.place()));
    }

    /** The latest lines of a place, newest first, at most so many. Not to be called inside a transaction. */
    public List<LogLine> latest(PlaceCode place, int most) {
        return page(place, LogQuery.ALL, most);
    }

    /** The newest of the wanted lines of a place and of none, at most so many. Not to be called inside a transaction. */
    public List<LogLine> page(PlaceCode place, LogQuery query, int most) {
        return RowScope.compiling(place, () -> store.lines(place, query, most));
    }

    /** How many wanted lines there are in all. Not to be called inside a transaction. */
    public long count(PlaceCode place, LogQuery query) {
        return RowScope.compiling(place, () -> store.count(place, query));
    }
}
