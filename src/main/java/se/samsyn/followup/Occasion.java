package se.samsyn.followup;

import java.time.Instant;
import java.time.LocalDate;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.FormId;
import se.samsyn.instrument.Phase;

/**
 * One time the person was followed up.
 *
 * @param date the day of the talk; one occasion per case, phase and day
 * @param months whole months after the opening as planned, 0 for before and closure
 * @param form the version of the instrument the answers belong to
 * @param revision counts saves
 */
public record Occasion(
        OccasionId id,
        CaseId caseId,
        Phase phase,
        LocalDate date,
        int months,
        FormId form,
        Answers answers,
        State state,
        int revision,
        Instant savedAt) {

    /** Whether it may still change without a trace or counts in the results. */
    public enum State {
        DRAFT,
        DONE
    }

    /** Whether it is still being filled in. */
    public boolean draft() {
        return state == State.DRAFT;
    }

    @Override
    public String toString() {
        return "Occasion[" + id + "]";
    }
}
