package se.samsyn.table;

import se.samsyn.kernel.InstrumentKey;

/** A data set has been read anew, behind its readers' backs: whoever holds copies of its rows may renew them, without anybody waiting. */
public record RowsRead(InstrumentKey set) {}
