package se.samsyn.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A local account.
 *
 * @param username lower case, what one signs in with
 * @param passwordHash Argon2id, never shown
 * @param temporaryUntil until when a one-time password is valid; null when the password is the person's own
 * @param lockedUntil no sign-in before this, however right the password; null when open
 * @param hasFactor whether there is a second factor
 * @param externalId what the provider of sign-in calls the person; null when sign-in is by password
 * @param active whether the account may be used at all
 */
record Account(
        Actor actor,
        String username,
        String passwordHash,
        @Nullable Instant temporaryUntil,
        @Nullable Instant lockedUntil,
        boolean active,
        boolean hasFactor,
        @Nullable String externalId) {

    /** Whether the right password lets somebody in at this moment. */
    boolean admits(Instant now) {
        return (lockedUntil == null || lockedUntil.isBefore(now))
                && (temporaryUntil == null || now.isBefore(temporaryUntil));
    }
}
