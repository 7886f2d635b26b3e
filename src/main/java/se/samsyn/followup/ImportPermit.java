package se.samsyn.followup;

import java.util.Set;
import se.samsyn.access.Actor;
import se.samsyn.kernel.UnitId;

/**
 * A right to import that has been found: without one nothing can be written, and with it to no other unit. Only {@link CaseImport}
 * gives one. It may be carried to another thread, where nobody is signed in.
 */
public final class ImportPermit {

    private final Actor actor;
    private final Set<UnitId> units;

    ImportPermit(Actor actor, Set<UnitId> units) {
        this.actor = actor;
        this.units = Set.copyOf(units);
    }

    /** In whose name the import is done. */
    public Actor actor() {
        return actor;
    }

    Set<UnitId> units() {
        return units;
    }

    @Override
    public String toString() {
        return "ImportPermit" + units;
    }
}
