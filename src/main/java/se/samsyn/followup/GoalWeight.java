package se.samsyn.followup;

/** Whether a goal is the overall one of the case or a part of the way. */
public enum GoalWeight {
    OVERALL,
    PART
}
