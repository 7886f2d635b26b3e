package se.samsyn.followup.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision that a case is not erased for now.
 *
 * @param number the decision's number in the diary; may be empty
 */
public record Hold(Why why, String number, UUID by, Instant at) {

    /** Why. Chosen among these, so that nobody writes about the person. */
    public enum Why {
        COURT,
        COMPLAINT,
        SUPERVISION,
        REQUEST,
        OTHER
    }
}
