package se.samsyn.proof.trust;

import java.util.List;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;

/** The units that the matrix is asked about, as they lie to the municipal unit in 2080; in the order of the table's columns. */
enum Where {
    OWN("2080", OrganisationKind.MUNICIPAL),
    NEAR("2080", OrganisationKind.MUNICIPAL),
    PRIVATE("2080", OrganisationKind.PRIVATE),
    COUNTY("2062", OrganisationKind.MUNICIPAL),
    FAR("2480", OrganisationKind.MUNICIPAL);

    private final String code;
    private final OrganisationKind by;

    Where(String code, OrganisationKind by) {
        this.code = code;
        this.by = by;
    }

    /** The unit of a column, counted from 0. */
    static Where at(int column) {
        return List.of(values()).get(column);
    }

    int column() {
        return List.of(values()).indexOf(this);
    }

    PlaceCode place() {
        return new PlaceCode(code);
    }

    /** Who runs the unit. */
    OrganisationKind by() {
        return by;
    }
}
