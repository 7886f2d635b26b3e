package se.samsyn.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.OrganisationId;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** The door to places, organisations and units. Nothing here is about clients, so everyone signed in may read it. */
@Service
@Transactional(readOnly = true)
public class Organisations {

    private final PlaceRegister places;
    private final OrganisationStore store;
    private final KnownPerformers performers;

    Organisations(PlaceRegister places, OrganisationStore store, KnownPerformers performers) {
        this.places = places;
        this.store = store;
        this.performers = performers;
    }

    /** The 21 regions in code order. */
    public List<Place> regions() {
        return places.at(Level.REGION, PlaceCode.NATION);
    }

    /** The municipalities within a region or the nation, in code order. */
    public List<Place> municipalities(PlaceCode within) {
        return places.at(Level.MUNICIPALITY, within);
    }

    /** The place with this code, if there is one. */
    public Optional<Place> find(PlaceCode code) {
        return places.find(code);
    }

    /** The unit with this id, if there is one. */
    public Optional<Unit> find(UnitId id) {
        return store.unit(id);
    }

    /** The units within a place, by municipality and name. */
    public List<Unit> units(PlaceCode within) {
        return store.units().stream()
                .filter(unit -> within.contains(unit.municipality()))
                .toList();
    }

    /** The organisations, by name. */
    public List<Organisation> organisations() {
        return store.organisations();
    }

    /** Adds an organisation and gives it an id. */
    @Transactional
    public Organisation found(String name, OrganisationKind kind, PlaceCode seat) {
        var organisation = new Organisation(new OrganisationId(UUID.randomUUID()), requireName(name), kind, seat);
        store.add(organisation);
        return organisation;
    }

    /** Opens a unit in an organisation and gives it an id. */
    @Transactional
    public Unit open(Organisation organisation, String name, UnitKind kind, ServiceArea area, PlaceCode municipality) {
        if (municipality.level() != Level.MUNICIPALITY) {
            throw new IllegalArgumentException("A unit works in a municipality");
        }
        var unit =
                new Unit(new UnitId(UUID.randomUUID()), organisation.id(), requireName(name), kind, area, municipality);
        store.add(unit);
        performers.opened(unit.id(), organisation.kind());
        return unit;
    }

    private static String requireName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A name is needed");
        }
        return name.strip();
    }
}
