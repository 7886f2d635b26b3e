package se.samsyn.followup;

import java.time.Instant;
import java.util.List;
import se.samsyn.instrument.Fault;

/** What became of a wish to change a case. */
public sealed interface Outcome {

    /** It was done. */
    record Done<T>(T result) implements Outcome {}

    /** It was not done, for these reasons. */
    record Refused(List<Refusal> reasons) implements Outcome {

        static Refused because(String field, String message) {
            return new Refused(List.of(new Refusal(field, message)));
        }
    }

    /** Answers were kept. */
    record Kept(int revision, Instant at) implements Outcome {}

    /** The answers were kept as a draft, but cannot be completed until these faults are mended. */
    record Faulty(List<Fault> faults, int revision) implements Outcome {}

    /** Somebody else saved in between; nothing was written. */
    record Conflict() implements Outcome {}
}
