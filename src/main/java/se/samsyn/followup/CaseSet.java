package se.samsyn.followup;

import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;

/** The cases of a unit that are followed with one instrument; local ids are unique in it. */
record CaseSet(UnitId unit, InstrumentKey instrument) {}
