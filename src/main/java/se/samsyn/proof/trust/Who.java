package se.samsyn.proof.trust;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;

/** The people that the matrix is asked as, and their letters in the table of routes. */
enum Who {
    CASEWORKER('c', Role.CASEWORKER, "2080", Where.OWN),
    MANAGER('m', Role.UNIT_MANAGER, "2080", Where.OWN),
    PRIVATE_CASEWORKER('C', Role.CASEWORKER, "2080", Where.PRIVATE),
    PRIVATE_MANAGER('M', Role.UNIT_MANAGER, "2080", Where.PRIVATE),
    DEVELOPER('q', Role.QUALITY_DEVELOPER, "2080", null),
    COUNTY_DEVELOPER('Q', Role.QUALITY_DEVELOPER, "20", null),
    ANALYST('r', Role.REGIONAL_ANALYST, "20", null),
    NATIONAL_ANALYST('n', Role.NATIONAL_ANALYST, "SE", null),
    REVIEWER('a', Role.AUDITOR, "2080", null),
    COUNTY_REVIEWER('A', Role.AUDITOR, "20", null),
    ADMINISTRATOR('s', Role.ADMINISTRATOR, "2080", null),
    COUNTY_ADMINISTRATOR('S', Role.ADMINISTRATOR, "20", null);

    private final char letter;
    private final Role role;
    private final String place;
    private final Optional<Where> unit;

    Who(char letter, Role role, String place, @Nullable Where unit) {
        this.letter = letter;
        this.role = role;
        this.place = place;
        this.unit = Optional.ofNullable(unit);
    }

    char letter() {
        return letter;
    }

    Role role() {
        return role;
    }

    PlaceCode place() {
        return new PlaceCode(place);
    }

    /** The unit of those who have one. */
    Optional<Where> unit() {
        return unit;
    }
}
