package se.samsyn.instrument;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of an instrument at a place, without its questions.
 *
 * @param usedFrom when it was taken into use; empty for a draft
 */
public record Version(FormId id, Status status, Optional<Instant> usedFrom) {

    /** Where a version is in its life: it goes one way only. */
    public enum Status {
        DRAFT,
        IN_USE,
        RETIRED
    }
}
