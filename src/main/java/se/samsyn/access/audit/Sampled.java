package se.samsyn.access.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.ActorId;
import se.samsyn.access.LogLine;

/**
 * A line in a check.
 *
 * @param actor whose it is; null where nobody was signed in
 * @param mark the last mark it was given, if any
 * @param note what was noted with it; empty where nothing was
 */
public record Sampled(LogLine line, @Nullable ActorId actor, List<Reason> reasons, Optional<Mark> mark, String note) {

    /** Copies the reasons. */
    public Sampled {
        reasons = List.copyOf(reasons);
    }

    /** Whether somebody did this, or had it done to their own account. */
    public boolean isBy(ActorId person) {
        return person.equals(actor) || person.toString().equals(line.object());
    }
}
