package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;

/**
 * A person's contact with a unit, followed with one instrument.
 *
 * @param municipality the unit's
 * @param localId the unit's own pseudonym, unique in the unit and instrument
 * @param birthYear empty where unknown, and always for a protected person
 * @param closure empty while the case is open
 * @param revision counts changes, so that two who change at once see it
 */
public record Case(
        CaseId id,
        UnitId unit,
        PlaceCode municipality,
        InstrumentKey instrument,
        LocalId localId,
        Sex sex,
        OptionalInt birthYear,
        Identity identity,
        WayIn wayIn,
        LocalDate opened,
        Optional<Closure> closure,
        int revision) {

    /** Checks what must never be: a closing before the opening, a birth year kept for a protected person. */
    public Case {
        if (closure.isPresent() && closure.get().date().isBefore(opened)) {
            throw new IllegalArgumentException("A case cannot be closed before it was opened");
        }
        if (identity == Identity.PROTECTED && birthYear.isPresent()) {
            throw new IllegalArgumentException("No birth year is kept for a protected person");
        }
    }

    /** Whether the case still goes on. */
    public boolean open() {
        return closure.isEmpty();
    }

    /** What the access log calls a read of it. */
    String readEvent() {
        return identity == Identity.PROTECTED ? "READ_PROTECTED_CASE" : "READ_CASE";
    }

    @Override
    public String toString() {
        return "Case[" + id + "]";
    }
}
