package se.samsyn.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the access log are wanted; what is empty matches all.
 *
 * @param person did it, or had the account changed or signed in to
 * @param object the exact id of a case, unit, table or account
 * @param from first moment wanted
 * @param until first moment no longer wanted
 * @param before only lines with lower numbers: where the page before ended
 */
public record LogQuery(
        Optional<ActorId> person,
        Optional<String> object,
        Optional<Purpose> purpose,
        Optional<String> event,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> before) {

    /** All lines. */
    public static final LogQuery ALL = new LogQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same lines, but only those with lower numbers. */
    public LogQuery below(long number) {
        return new LogQuery(person, object, purpose, event, from, until, Optional.of(number));
    }
}
