package se.samsyn.access;

import java.util.Optional;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/**
 * Somebody who is signed in.
 *
 * @param place the place the role is bound to; for those bound to a unit, the unit's municipality
 * @param unit the unit, for caseworkers and unit managers alone
 */
public record Actor(ActorId id, String name, Role role, PlaceCode place, Optional<UnitId> unit) {

    /** Checks that exactly the roles bound to a unit have one. */
    public Actor {
        if (role.boundToUnit() != unit.isPresent()) {
            throw new IllegalArgumentException("Caseworkers and unit managers have a unit, others have none");
        }
    }
}
