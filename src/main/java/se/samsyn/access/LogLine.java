package se.samsyn.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the access log: who did what to which object, when and why. Never what the object says.
 *
 * @param event such as READ_CASE, SIGN_IN or DENIED
 * @param object the surrogate id of the case, table or import; null where there is none
 * @param place the place code the event belongs to, which decides who may review it
 */
public record LogLine(
        long number,
        Instant at,
        UUID actor,
        String actorName,
        Role role,
        String event,
        @Nullable Purpose purpose,
        @Nullable String object,
        String place) {}
