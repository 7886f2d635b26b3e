package se.samsyn.followup;

import java.util.Map;
import java.util.Objects;

/**
 * Closes a case.
 *
 * @param ongoing what becomes of each support that has not stopped
 */
public record CloseCase(Closure closure, Map<InterventionId, AfterClosing> ongoing) {

    /** Copies the map. */
    public CloseCase {
        ongoing = Map.copyOf(ongoing);
    }

    AfterClosing of(InterventionId id) {
        return Objects.requireNonNull(ongoing.get(id), "Nothing is said of support that goes on");
    }
}
