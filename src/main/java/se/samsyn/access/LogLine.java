package se.samsyn.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the access log: who did what to which object, when and why. Never what the object says.
 *
 * @param actor the name of who did it; null where nobody was signed in
 * @param role the role at the time; null where nobody was signed in
 * @param event such as READ_CASE, SIGN_IN or DENIED_READ_CASE
 * @param object the surrogate id of the case, unit, table or account; null where there is none
 * @param objectName the name of the account, where the object is one
 * @param place the place code the event belongs to, which decides who may review it; null where it belongs to none
 */
public record LogLine(
        long number,
        Instant at,
        @Nullable String actor,
        @Nullable Role role,
        String event,
        @Nullable Purpose purpose,
        @Nullable String object,
        @Nullable String objectName,
        @Nullable String place) {}
