package se.samsyn.organisation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.samsyn.access.Performers;
import se.samsyn.kernel.UnitId;

/** Remembers who runs each unit, which never changes once the unit is there. */
@Component
final class KnownPerformers implements Performers {

    private final Map<UnitId, OrganisationKind> known = new ConcurrentHashMap<>();
    private final OrganisationStore store;

    KnownPerformers(OrganisationStore store) {
        this.store = store;
    }

    /** A unit that is opened here is known at once. */
    void opened(UnitId unit, OrganisationKind by) {
        known.put(unit, by);
    }

    /** One that is not known, such as when another process has opened it, has all read again, in one statement. */
    @Override
    public boolean answersForItself(UnitId unit) {
        if (!known.containsKey(unit)) {
            known.putAll(store.kinds());
        }
        return known.getOrDefault(unit, OrganisationKind.MUNICIPAL) != OrganisationKind.MUNICIPAL;
    }
}
