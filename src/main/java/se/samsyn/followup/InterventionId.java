package se.samsyn.followup;

import java.util.UUID;

/** An intervention given in a case. */
public record InterventionId(UUID value) {

    static InterventionId fresh() {
        return new InterventionId(UUID.randomUUID());
    }

    /** Reads an id from its text form. */
    public static InterventionId of(String text) {
        return new InterventionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
