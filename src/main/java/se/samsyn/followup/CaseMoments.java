package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Optional;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/**
 * The moments of a case that decide how long it is kept, and nothing of what it says.
 *
 * @param listed the unit's own id as a list may show it
 * @param lastNote the last day anything was written of: an opening, a talk, support, a goal, a rating or a closing; a save by hand counts
 *     by the day it was made
 * @param ended the day all of it had ended, support after the closing too; empty while anything goes on
 */
public record CaseMoments(
        CaseId id,
        UnitId unit,
        PlaceCode municipality,
        InstrumentKey instrument,
        Optional<LocalId> listed,
        Identity identity,
        LocalDate opened,
        Optional<LocalDate> closed,
        LocalDate lastNote,
        Optional<LocalDate> ended) {}
