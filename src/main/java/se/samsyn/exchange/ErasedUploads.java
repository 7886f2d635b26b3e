package se.samsyn.exchange;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samsyn.followup.CasesErased;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/**
 * When cases of a unit have been erased, the files that wait to be imported to its municipality are thrown away: any of them may hold the
 * same persons, and a file may hold several units.
 */
@Component
class ErasedUploads {

    private final Uploads uploads;
    private final Organisations organisations;

    ErasedUploads(Uploads uploads, Organisations organisations) {
        this.uploads = uploads;
        this.organisations = organisations;
    }

    @EventListener
    void erased(CasesErased event) {
        Set<UnitId> units = organisations.find(event.unit()).stream()
                .flatMap(unit -> organisations.units(unit.municipality()).stream())
                .map(Unit::id)
                .collect(Collectors.toSet());
        uploads.discardOf(units);
    }
}
