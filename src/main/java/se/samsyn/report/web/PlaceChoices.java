package se.samsyn.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Actor;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.table.Where;

/** The places a reader can go to from where they are: units nearby, the municipalities of the region, the regions, the nation. */
@Component
final class PlaceChoices {

    private final Organisations organisations;
    private final Access access;

    PlaceChoices(Organisations organisations, Access access) {
        this.organisations = organisations;
        this.access = access;
    }

    /** A heading with the places under it. */
    record Choices(String heading, List<Choice> choices) {}

    /** A place to go to. */
    record Choice(String value, String name) {}

    /** Where a reader starts: at the own unit, or else at the own place. */
    Where first() {
        Actor actor = access.actor();
        return actor.unit().<Where>map(Where.OneUnit::new).orElseGet(() -> new Where.Area(actor.place()));
    }

    /** The instrument that most units of a place usually follow up with. */
    InstrumentKey usual(Where where) {
        List<Unit> units = switch (where) {
            case Where.Area area -> organisations.units(area.code());
            case Where.OneUnit unit -> organisations.find(unit.id()).stream().toList();
        };
        return units.stream().collect(Collectors.groupingBy(Unit::area, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> entry.getKey().usual())
                .orElse(ServiceArea.GENERAL.usual());
    }

    List<Choices> around(Where where) {
        PlaceCode here = area(where);
        List<Choices> all = new ArrayList<>();
        if (!here.equals(PlaceCode.NATION)) {
            add(
                    all,
                    "report.place.units",
                    organisations.units(here).stream().map(PlaceChoices::choice).toList());
            add(all, "report.place.municipalities", places(organisations.municipalities(here.region())));
        }
        add(all, "report.place.regions", places(organisations.regions()));
        add(
                all,
                "report.place.nation",
                organisations.find(PlaceCode.NATION).stream()
                        .map(PlaceChoices::choice)
                        .toList());
        return all;
    }

    private static void add(List<Choices> all, String heading, List<Choice> choices) {
        if (!choices.isEmpty()) {
            all.add(new Choices(heading, choices));
        }
    }

    private PlaceCode area(Where where) {
        return switch (where) {
            case Where.Area area -> area.code();
            case Where.OneUnit unit ->
                organisations.find(unit.id()).map(Unit::municipality).orElse(PlaceCode.NATION);
        };
    }

    private static List<Choice> places(List<Place> places) {
        return places.stream().map(PlaceChoices::choice).toList();
    }

    private static Choice choice(Place place) {
        String name = place.level() == Level.NATION ? place.name() : place.name() + " (" + place.code() + ")";
        return new Choice(place.code().value(), name);
    }

    private static Choice choice(Unit unit) {
        return new Choice(new Where.OneUnit(unit.id()).toString(), unit.name());
    }
}
