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

    /** The id as a list may show it: none for a protected person, who is shown to those who have stated a purpose alone. */
    public Optional<LocalId> listed() {
        return hidden() ? Optional.empty() : Optional.of(localId);
    }

    /** Whether the person lives with protected identity. */
    public boolean hidden() {
        return identity == Identity.PROTECTED;
    }

    /** The case as it stands when just opened. */
    static Case opened(OpenCase wish, PlaceCode municipality, LocalId localId) {
        return new Case(
                wish.id(),
                wish.unit(),
                municipality,
                wish.instrument(),
                localId,
                wish.sex(),
                wish.birthYear(),
                wish.identity(),
                wish.wayIn(),
                wish.opened(),
                Optional.empty(),
                1);
    }

    Case with(LocalId other) {
        return new Case(
                id, unit, municipality, instrument, other, sex, birthYear, identity, wayIn, opened, closure, revision);
    }

    Case with(Facts facts) {
        return new Case(
                id,
                unit,
                municipality,
                instrument,
                localId,
                facts.sex(),
                facts.birthYear(),
                facts.identity(),
                facts.wayIn(),
                opened,
                closure,
                revision);
    }

    Case with(Optional<Closure> other) {
        return new Case(
                id, unit, municipality, instrument, localId, sex, birthYear, identity, wayIn, opened, other, revision);
    }

    private Case with(int other) {
        return new Case(
                id, unit, municipality, instrument, localId, sex, birthYear, identity, wayIn, opened, closure, other);
    }

    /** Whether both say the same, however often they have been changed. */
    boolean sameAs(Case other) {
        return with(other.revision).equals(other);
    }

    /** What the access log calls a read of it. */
    String readEvent() {
        return hidden() ? "READ_PROTECTED_CASE" : "READ_CASE";
    }

    @Override
    public String toString() {
        return "Case[" + id + "]";
    }
}
