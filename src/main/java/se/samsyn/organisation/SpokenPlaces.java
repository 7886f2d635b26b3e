package se.samsyn.organisation;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsyn.access.PlaceWords;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

@Component("spokenPlaces")
final class SpokenPlaces implements PlaceWords {

    private final Organisations organisations;

    SpokenPlaces(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The unit's name with its municipality. */
    public String words(Unit unit) {
        return unit.name()
                + ", "
                + organisations.find(unit.municipality()).map(Place::name).orElse("");
    }

    @Override
    public String words(PlaceCode place, Optional<UnitId> unit) {
        var name = organisations.find(place).map(Place::name).orElse(place.toString());
        return unit.flatMap(organisations::find)
                .map(found -> found.name() + ", " + name)
                .orElse(name);
    }

    @Override
    public Map<UnitId, String> units(PlaceCode within) {
        return organisations.units(within).stream().collect(Collectors.toMap(Unit::id, this::words));
    }
}
