package se.samsyn.table.source;

import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.kernel.Wording;

/** A unit that rows belong to, with its name and the municipality it lies in. */
public record UnitPlace(UnitId id, Wording name, PlaceCode municipality) {}
