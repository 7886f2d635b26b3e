package se.samsyn.followup.retention;

import java.util.UUID;

/** What came of a wish to propose or decide an erasure. */
public sealed interface ErasureOutcome {

    /** It was done. */
    record Done(UUID id) implements ErasureOutcome {}

    /** Nothing was done, and why. */
    record Refused(Why why) implements ErasureOutcome {}

    /** Why nothing was done. */
    enum Why {
        /** No case was chosen. */
        NOTHING_CHOSEN,
        /** More cases than are erased at once. */
        TOO_MANY,
        /** At least one case is not due, has something left to ask, or has changed. */
        NOT_DUE,
        /** At least one case has been answered otherwise than what was answered for all. */
        ANSWERED,
        /** The one who proposed cannot decide. */
        SAME_PERSON,
        /** Somebody has already decided. */
        DECIDED,
        /** The decider has not confirmed what was asked. */
        NOT_CONFIRMED
    }
}
