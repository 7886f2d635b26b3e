package se.samsyn.followup;

import java.time.LocalDate;
import java.util.List;
import se.samsyn.instrument.Phase;

/** A case and when it was followed up, without a single answer: what lists need. */
public record CaseOverview(Case of, List<Done> occasions) {

    /** Copies the list. */
    public CaseOverview {
        occasions = List.copyOf(occasions);
    }

    /** That there was an occasion. */
    public record Done(Phase phase, LocalDate date, Occasion.State state) {}
}
