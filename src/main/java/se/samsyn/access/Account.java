package se.samsyn.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A local account.
 *
 * @param username lower case, what one signs in with
 * @param passwordHash Argon2id, never shown
 * @param failures wrong passwords in a row
 * @param lockedUntil no sign-in before this, however right the password; null when open
 * @param active whether the account may be used at all
 */
record Account(
        Actor actor,
        String username,
        String passwordHash,
        int failures,
        @Nullable Instant lockedUntil,
        boolean active) {}
