package se.samsyn.access;

import java.util.Optional;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** One change of one account, where many are made at once. */
public sealed interface AccountChange {

    /** Opens an account without a password; sign-in is by provider, or by a one-time password given later. */
    record Open(String username, Wish wish) implements AccountChange {}

    /** Gives an account another name, role, place, unit or external id. */
    record Change(ActorId id, Wish wish) implements AccountChange {}

    /** Closes an account. */
    record Close(ActorId id) implements AccountChange {}

    /** Opens a closed account again. */
    record Reopen(ActorId id) implements AccountChange {}

    /** What an account is to be. */
    record Wish(String name, Role role, PlaceCode place, Optional<UnitId> unit, Optional<String> externalId) {

        Actor actor(ActorId id) {
            return new Actor(id, name, role, place, unit);
        }
    }
}
