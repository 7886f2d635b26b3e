package se.samsyn.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.userdetails.UserDetails;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.followup.CaseFilter;
import se.samsyn.followup.Cases;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;

/** A new unit in Mora with somebody who imports to it, and what is stored there. */
record ImportPlace(Unit unit, UserDetails manager, UserDetails developer, Cases cases) {

    static final PlaceCode MORA = new PlaceCode("2062");

    /** Reads a file with the columns of {@link #HEADER}, a row per occasion. */
    static final String MAPPING = """
            {"samsyn": "mapping/1", "name": "prov", "instrument": "boende", "reading": {},
             "shape": {"long": {"column": "datum", "kind": "date", "between": "during", "phases": {}}},
             "case": {"column": "id", "kind": "local-id"},
             "traits": {"opened": {"column": "öppnat"}, "sex": {"column": "kön"}},
             "variables": [{"column": "status", "variable": "boendestatus"}],
             "numbersInText": "refuse"}
            """;

    static final String HEADER = "id;kön;öppnat;datum;status\n";

    static ImportPlace open(ApplicationContext house) {
        var organisations = house.getBean(Organisations.class);
        var accounts = house.getBean(Accounts.class);
        String name = "import-" + UUID.randomUUID();
        var organisation = organisations.found(name, OrganisationKind.MUNICIPAL, MORA);
        Unit unit = organisations.open(organisation, name, UnitKind.AUTHORITY, ServiceArea.HOUSING, MORA);
        accounts.open(name, "ett långt lösenord", "Kim Prov", Role.QUALITY_DEVELOPER, MORA, Optional.empty());
        return new ImportPlace(
                unit,
                SignedInAs.of(accounts, Role.UNIT_MANAGER, unit),
                accounts.loadUserByUsername(name),
                house.getBean(Cases.class));
    }

    /** How many cases are stored; signs the manager in on this thread. */
    long stored() {
        SignedInAs.thread(manager);
        return cases.list(unit.id(), new CaseFilter(CaseFilter.State.ALL, ""), 0)
                .total();
    }

    /** The mapping, to this unit. */
    Mapping mapping() {
        return MappingJson.read(MAPPING)
                .with(Trait.UNIT, Origin.constant(unit.id().toString()));
    }

    List<Unit> units() {
        return List.of(unit);
    }

    /** A good file of so many cases with one occasion each. */
    static String rows(int count) {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            rows.append("R-%d;kvinna;2025-01-10;2025-01-10;1\n".formatted(i));
        }
        return rows.toString();
    }
}
