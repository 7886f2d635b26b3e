package se.samsyn.followup;

import java.util.List;
import java.util.Optional;
import se.samsyn.instrument.Phase;

/** All that is known of a case, the occasions oldest first. */
public record CaseFile(Case of, List<Occasion> occasions, List<Intervention> interventions, List<Goal> goals) {

    /** Copies the lists. */
    public CaseFile {
        occasions = List.copyOf(occasions);
        interventions = List.copyOf(interventions);
        goals = List.copyOf(goals);
    }

    /** The first occasion of a phase, if there is one. */
    public Optional<Occasion> first(Phase phase) {
        return occasions.stream().filter(each -> each.phase() == phase).findFirst();
    }
}
