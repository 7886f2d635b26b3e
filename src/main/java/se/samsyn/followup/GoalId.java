package se.samsyn.followup;

import java.util.UUID;

/** A goal set in a case. */
public record GoalId(UUID value) {

    /** An id that nothing has yet. */
    public static GoalId fresh() {
        return new GoalId(UUID.randomUUID());
    }

    /** Reads an id from its text form. */
    public static GoalId of(String text) {
        return new GoalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
