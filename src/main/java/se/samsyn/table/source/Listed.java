package se.samsyn.table.source;

import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Wording;

/** A data set that can be read: the instrument its rows were gathered with and the name readers know it by. */
public record Listed(InstrumentKey set, Wording title) {}
