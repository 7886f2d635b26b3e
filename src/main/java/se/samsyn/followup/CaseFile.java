package se.samsyn.followup;

import java.util.List;

/** All that is known of a case, the occasions oldest first. */
public record CaseFile(Case of, List<Occasion> occasions, List<Intervention> interventions, List<Goal> goals) {

    /** Copies the lists. */
    public CaseFile {
        occasions = List.copyOf(occasions);
        interventions = List.copyOf(interventions);
        goals = List.copyOf(goals);
    }

    /** Whether nothing has been registered since the case was opened. */
    public boolean empty() {
        return occasions.isEmpty() && interventions.isEmpty() && goals.isEmpty();
    }
}
