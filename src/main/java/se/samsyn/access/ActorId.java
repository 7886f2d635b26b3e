package se.samsyn.access;

import java.util.UUID;

/** The surrogate id of an account; what the log names people by. */
public record ActorId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
