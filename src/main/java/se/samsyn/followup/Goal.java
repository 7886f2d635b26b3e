package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A goal set with the person.
 *
 * @param text in the person's own words where possible; personal data
 * @param weight whether it is the case's overall goal
 * @param ratings by day, oldest first
 */
public record Goal(
        GoalId id, CaseId caseId, String text, GoalWeight weight, GasScale scale, LocalDate set, List<Rating> ratings) {

    /** Sorts the ratings. */
    public Goal {
        ratings = ratings.stream().sorted(Comparator.comparing(Rating::date)).toList();
    }

    /** How far the goal had come one day; the level only where goal attainment is scaled. */
    public record Rating(LocalDate date, GoalStep step, Optional<Integer> level) {

        /** Whether step and level say different things: level 0 is what was expected, so a goal reached is at least there. */
        public boolean contradictory() {
            return level.filter(found -> switch (step) {
                        case NOT_REACHED -> found >= 0;
                        case PARTLY_REACHED -> found > 0;
                        case FULLY_REACHED -> found < 0;
                    })
                    .isPresent();
        }
    }

    /** The latest rating, if there is one. */
    public Optional<Rating> latest() {
        return ratings.isEmpty() ? Optional.empty() : Optional.of(ratings.getLast());
    }

    @Override
    public String toString() {
        return "Goal[" + id + "]";
    }
}
