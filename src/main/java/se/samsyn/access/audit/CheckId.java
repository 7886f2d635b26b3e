package se.samsyn.access.audit;

import java.util.UUID;

/** The id of a check. */
public record CheckId(UUID value) {

    static CheckId fresh() {
        return new CheckId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
