package se.samsyn.followup;

import java.time.LocalDate;

/**
 * Sets a goal.
 *
 * @param id what the goal will be known by, so that the same wish sent twice sets one goal
 */
public record SetGoal(GoalId id, String text, GoalWeight weight, GasScale scale, LocalDate set) {

    @Override
    public String toString() {
        return "SetGoal[" + id + "]";
    }
}
