package se.samsyn.table;

import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Wording;

/** A data set that results can be read of, known by the instrument its rows were gathered with. */
public record Gathering(InstrumentKey set, Wording title) {}
