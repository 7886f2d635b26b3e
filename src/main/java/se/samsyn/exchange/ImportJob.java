package se.samsyn.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An import that runs or has run.
 *
 * @param total cases to write
 * @param done cases written so far; none of them counts until all are
 */
public record ImportJob(
        UUID id,
        State state,
        int total,
        int done,
        int added,
        int changed,
        int unchanged,
        Instant started,
        Optional<Instant> ended) {

    /** What became of it. In all but the second nothing is stored. */
    public enum State {
        RUNNING,
        DONE,
        /** Problems were found when the file was read again. */
        REFUSED,
        CANCELLED,
        FAILED,
        /** The program stopped while it ran. */
        INTERRUPTED
    }

    /** Whole per cent of the cases. */
    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }

    /** Whether it still runs. */
    public boolean running() {
        return state == State.RUNNING;
    }
}
