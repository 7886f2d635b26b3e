package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Support given in a case, from its start until it stopped.
 *
 * @param afterClosing why it goes on though the case is closed, where somebody said so
 */
public record Intervention(
        InterventionId id,
        CaseId caseId,
        InterventionKind kind,
        LocalDate started,
        Optional<LocalDate> stopped,
        Optional<AfterClosing> afterClosing) {

    /** Support of which nobody has said that it goes on after a closing. */
    public Intervention(
            InterventionId id, CaseId caseId, InterventionKind kind, LocalDate started, Optional<LocalDate> stopped) {
        this(id, caseId, kind, started, stopped, Optional.empty());
    }

    /** Checks the order of the days. */
    public Intervention {
        if (stopped.isPresent() && stopped.get().isBefore(started)) {
            throw new IllegalArgumentException("Support cannot stop before it starts");
        }
    }
}
