package se.samsyn.indicator;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.table.Where;

/** What the places that values are told for are called. */
@Component
public class PlaceNames {

    private final Organisations organisations;

    PlaceNames(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The nation, its regions and municipalities, and all units, in four statements. */
    public Map<Where, String> all() {
        Map<Where, String> names = new HashMap<>();
        organisations.find(PlaceCode.NATION).ifPresent(place -> put(names, place));
        organisations.regions().forEach(place -> put(names, place));
        organisations.municipalities(PlaceCode.NATION).forEach(place -> put(names, place));
        organisations.units(PlaceCode.NATION).forEach(unit -> names.put(new Where.OneUnit(unit.id()), unit.name()));
        return names;
    }

    /** The nation, its regions and municipalities by code, without asking the database. */
    public Map<PlaceCode, String> areas() {
        Map<PlaceCode, String> names = new HashMap<>();
        organisations.find(PlaceCode.NATION).ifPresent(place -> names.put(place.code(), place.name()));
        organisations.regions().forEach(place -> names.put(place.code(), place.name()));
        organisations.municipalities(PlaceCode.NATION).forEach(place -> names.put(place.code(), place.name()));
        return names;
    }

    private static void put(Map<Where, String> names, Place place) {
        names.put(new Where.Area(place.code()), place.name());
    }
}
