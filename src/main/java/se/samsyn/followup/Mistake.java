package se.samsyn.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long what was written by mistake can be taken away by the one who works with the case. After that it belongs to the record: a whole
 * case goes when two persons erase it, and not by its parts.
 */
final class Mistake {

    private static final Duration FOUND_WITHIN = Duration.ofDays(14);

    private Mistake() {}

    /** What was written after this moment can be taken away. */
    static Instant since(Clock clock) {
        return clock.instant().minus(FOUND_WITHIN);
    }
}
