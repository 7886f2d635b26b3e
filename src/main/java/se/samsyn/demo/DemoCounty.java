package se.samsyn.demo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisation;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;

/** The made-up organisations and units of Dalarna: its 15 municipalities are real, everything in them is not. */
@Component
final class DemoCounty {

    static final PlaceCode DALARNA = new PlaceCode("20");
    static final PlaceCode FALUN = new PlaceCode("2080");

    /** Of all cases in the county, how many fall on each municipality; roughly as its share of the inhabitants. */
    private static final List<Size> SIZES = List.of(
            new Size("2021", 22),
            new Size("2023", 35),
            new Size("2026", 36),
            new Size("2029", 55),
            new Size("2031", 38),
            new Size("2034", 24),
            new Size("2039", 25),
            new Size("2061", 38),
            new Size("2062", 72),
            new Size("2080", 210),
            new Size("2081", 185),
            new Size("2082", 39),
            new Size("2083", 54),
            new Size("2084", 82),
            new Size("2085", 95));

    private static final int LARGE = 50;

    private final Organisations organisations;

    DemoCounty(Organisations organisations) {
        this.organisations = organisations;
    }

    private record Size(String municipality, int weight) {}

    /**
     * A unit and how many cases it gets.
     *
     * @param instrument what it follows up with
     */
    record Staffed(Unit unit, String instrument, int cases) {}

    List<Staffed> found() {
        var units = new ArrayList<Staffed>();
        for (var size : SIZES) {
            var place = new PlaceCode(size.municipality());
            var name = organisations.find(place).orElseThrow().name();
            var board = organisations.found(name + ", socialnämnden", OrganisationKind.MUNICIPAL, place);
            units.addAll(units(board, place, size.weight()));
        }
        units.addAll(shelter());
        return units;
    }

    private List<Staffed> units(Organisation board, PlaceCode place, int weight) {
        var units = new ArrayList<Staffed>();
        units.add(staffed(
                board,
                "Mottagning våld i nära relation",
                UnitKind.AUTHORITY,
                ServiceArea.VIOLENCE,
                place,
                weight * 10 / 9));
        if (weight >= LARGE) {
            units.add(staffed(
                    board, "Kvinnofridsteamet Linden", UnitKind.PERFORMER, ServiceArea.VIOLENCE, place, weight / 3));
        }
        units.add(staffed(board, "Vuxenenheten", UnitKind.AUTHORITY, ServiceArea.ADDICTION, place, weight / 2));
        if (weight >= LARGE) {
            units.add(staffed(board, "Boendeenheten", UnitKind.PERFORMER, ServiceArea.HOUSING, place, weight * 2 / 5));
            units.add(staffed(board, "Stöd och råd", UnitKind.PERFORMER, ServiceArea.GENERAL, place, weight / 4));
        }
        units.add(staffed(board, "Familjeenheten", UnitKind.AUTHORITY, ServiceArea.CHILDREN, place, weight * 2 / 5));
        return units;
    }

    /** A unit too small to show anything of its own. */
    private List<Staffed> shelter() {
        var organisation = organisations.found("Jouren Tallen", OrganisationKind.VOLUNTARY, new PlaceCode("2034"));
        return List.of(staffed(
                organisation, "Jouren Tallen", UnitKind.PERFORMER, ServiceArea.VIOLENCE, new PlaceCode("2034"), 4));
    }

    private Staffed staffed(
            Organisation organisation, String name, UnitKind kind, ServiceArea area, PlaceCode place, int cases) {
        return new Staffed(
                organisations.open(organisation, name, kind, area, place),
                area.usual().value(),
                cases);
    }
}
