package se.samsyn.access;

import java.util.Map;
import java.util.Optional;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** The names of places and units, which the organisation module tells the access module below it. */
@FunctionalInterface
public interface PlaceWords {

    /** The unit's name with its municipality, or the place's name. */
    String words(PlaceCode place, Optional<UnitId> unit);

    /** The names of all units of a place, for pages that name many. */
    default Map<UnitId, String> units(PlaceCode within) {
        return Map.of();
    }
}
