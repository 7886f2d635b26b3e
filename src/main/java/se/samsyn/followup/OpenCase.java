package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;

/**
 * Opens a case.
 *
 * @param id what the case will be known by, so that the same wish sent twice opens one case
 * @param localId what the unit calls it; Samsyn gives one where it is empty, and keeps a pseudonym of it for a protected person
 * @param birthYear empty where unknown, and always for a protected person
 */
public record OpenCase(
        CaseId id,
        UnitId unit,
        InstrumentKey instrument,
        Optional<LocalId> localId,
        Sex sex,
        OptionalInt birthYear,
        Identity identity,
        WayIn wayIn,
        LocalDate opened) {}
