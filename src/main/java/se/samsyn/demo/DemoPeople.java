package se.samsyn.demo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;

/** The made-up people one can be. Their passwords are drawn at random and told to nobody. */
@Component
final class DemoPeople {

    private final Accounts accounts;

    DemoPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    boolean none() {
        return accounts.none();
    }

    /** Opens the accounts, and gives the administrator in whose name the cases are written. */
    Actor open(List<Unit> units) {
        var team = team(units);
        open("handlaggare", "Sara Lindgren", Role.CASEWORKER, DemoCounty.FALUN, Optional.of(team));
        open("chef", "Karin Ek", Role.UNIT_MANAGER, DemoCounty.FALUN, Optional.of(team));
        open(
                "missbruk",
                "Ali Hosseini",
                Role.CASEWORKER,
                DemoCounty.FALUN,
                Optional.of(unit(units, DemoCounty.FALUN, ServiceArea.ADDICTION)));
        open("utvecklare", "Jonas Berg", Role.QUALITY_DEVELOPER, DemoCounty.FALUN, Optional.empty());
        open("analytiker", "Maria Sjöström", Role.REGIONAL_ANALYST, DemoCounty.DALARNA, Optional.empty());
        open("nationell", "Per Åkesson", Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty());
        open("granskare", "Eva Norén", Role.AUDITOR, DemoCounty.FALUN, Optional.empty());
        return open("administrator", "Leo Marklund", Role.ADMINISTRATOR, DemoCounty.DALARNA, Optional.empty());
    }

    private Actor open(String username, String name, Role role, PlaceCode place, Optional<Unit> unit) {
        return accounts.open(username, UUID.randomUUID().toString(), name, role, place, unit.map(Unit::id));
    }

    /** The unit that most of them work in. */
    static Unit team(List<Unit> units) {
        return unit(units, DemoCounty.FALUN, ServiceArea.VIOLENCE);
    }

    private static Unit unit(List<Unit> units, PlaceCode place, ServiceArea area) {
        return units.stream()
                .filter(unit -> unit.municipality().equals(place) && unit.area() == area)
                .findFirst()
                .orElseThrow();
    }
}
