package se.samsyn.followup;

import java.util.UUID;

/** A case: one person's contact with one unit, from opening to closing. */
public record CaseId(UUID value) {

    /** An id that nothing has yet. */
    public static CaseId fresh() {
        return new CaseId(UUID.randomUUID());
    }

    /** Reads an id from its text form. */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
