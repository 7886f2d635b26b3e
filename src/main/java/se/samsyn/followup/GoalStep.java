package se.samsyn.followup;

/** How far a goal has come, in three steps; Kolada counts the last two together. */
public enum GoalStep {
    NOT_REACHED,
    PARTLY_REACHED,
    FULLY_REACHED
}
