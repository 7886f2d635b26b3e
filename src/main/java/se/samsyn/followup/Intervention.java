package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Optional;

/** Support given in a case, from its start until it stopped. */
public record Intervention(
        InterventionId id, CaseId caseId, InterventionKind kind, LocalDate started, Optional<LocalDate> stopped) {

    /** Checks the order of the days. */
    public Intervention {
        if (stopped.isPresent() && stopped.get().isBefore(started)) {
            throw new IllegalArgumentException("Support cannot stop before it starts");
        }
    }
}
