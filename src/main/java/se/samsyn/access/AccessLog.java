package se.samsyn.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final LogMarks marks;
    private final Clock clock;

    AccessLog(AccessLogStore store, LogMarks marks, Clock clock) {
        this.store = store;
        this.marks = marks;
        this.clock = clock;
    }

    /** Writes that the actor did something to an object, named by its surrogate id. */
    @Transactional
    public void record(Actor actor, String event, Purpose purpose, String object, PlaceCode place) {
        append(Optional.of(actor), event, purpose, object, Optional.of(place));
    }

    /** Writes that the actor did the same to many objects, with a line for each. */
    @Transactional
    public void record(Actor actor, String event, Purpose purpose, List<String> objects, PlaceCode place) {
        var at = clock.instant();
        store.append(objects.stream()
                .map(object -> marked(at, Optional.of(actor), event, purpose, object, Optional.of(place)))
                .toList());
    }

    /** Writes that a wish was denied. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void denied(Actor actor, Action action, Purpose purpose, String object, PlaceCode place) {
        append(Optional.of(actor), "DENIED_" + action, purpose, object, Optional.of(place));
    }

    /** Writes that somebody was refused what they asked for, where nobody said what that was. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Actor actor) {
        append(Optional.of(actor), "DENIED_OTHER", null, actor.place().value(), Optional.of(actor.place()));
    }

    /** Writes that somebody signed in or out. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void session(Actor actor, String event) {
        append(Optional.of(actor), event, null, null, Optional.of(actor.place()));
    }

    /**
     * Writes that a sign-in failed. What was typed is not written: in the wrong field it may be a password, or another's name.
     *
     * @param account whose sign-in it was, where there is such an account
     */
    @Transactional
    void refusedSignIn(Optional<Actor> account, String event) {
        append(
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
        append(by, event, Purpose.OPERATION, account.id().toString(), Optional.of(account.place()));
    }

    /**
     * Writes what the program itself did or found, with nobody behind it and for every reviewer to see.
     *
     * @param object what it is about, such as a number of lines; null where that says nothing
     */
    @Transactional
    public void program(String event, @Nullable String object) {
        append(Optional.empty(), event, Purpose.OPERATION, object, Optional.empty());
    }

    private void append(
            Optional<Actor> actor,
            String event,
            @Nullable Purpose purpose,
            @Nullable String object,
            Optional<PlaceCode> place) {
        store.append(List.of(marked(clock.instant(), actor, event, purpose, object, place)));
    }

    private MarkedFact marked(
            Instant at,
            Optional<Actor> actor,
            String event,
            @Nullable Purpose purpose,
            @Nullable String object,
            Optional<PlaceCode> place) {
        var fact = new LogFact(
                LogFact.micros(at),
                actor.map(known -> known.id().value()).orElse(null),
                actor.map(known -> known.role().name()).orElse(null),
                event,
                purpose == null ? null : purpose.name(),
                object,
                place.map(PlaceCode::value).orElse(null));
        return new MarkedFact(fact, marks.mark(fact));
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
