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

    @Override
    public boolean answersForItself(UnitId unit) {
        var kind = known.get(unit);
        if (kind == null) {
            var found = store.kind(unit);
            found.ifPresent(of -> known.put(unit, of));
            return found.filter(of -> of != OrganisationKind.MUNICIPAL).isPresent();
        }
        return kind != OrganisationKind.MUNICIPAL;
    }
}
