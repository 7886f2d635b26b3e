package se.samsyn.access;

import java.util.UUID;

/** What a session is called where it is listed and ended; never what its cookie holds. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
