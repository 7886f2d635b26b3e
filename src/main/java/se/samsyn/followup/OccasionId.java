package se.samsyn.followup;

import java.util.UUID;

/** An occasion of follow-up in a case. */
public record OccasionId(UUID value) {

    static OccasionId fresh() {
        return new OccasionId(UUID.randomUUID());
    }

    /** Reads an id from its text form. */
    public static OccasionId of(String text) {
        return new OccasionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
