package se.samsyn.followup.handout;

import java.util.List;
import java.util.UUID;
import se.samsyn.followup.Refusal;

/** What came of a wish about a handout. */
public sealed interface HandoutOutcome {

    /** It was done. */
    record Done(UUID id) implements HandoutOutcome {}

    /** The file, which cannot be fetched again. */
    record Fetched(HandoutFile file) implements HandoutOutcome {}

    /** Nothing was done; each reason names its field. */
    record Refused(List<Refusal> reasons) implements HandoutOutcome {

        /** Copies the reasons. */
        public Refused {
            reasons = List.copyOf(reasons);
        }

        static Refused because(String field, String message) {
            return new Refused(List.of(new Refusal(field, "followup.handout.refused." + message)));
        }
    }
}
