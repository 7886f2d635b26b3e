package se.samsyn.table;

import se.samsyn.kernel.InstrumentKey;

/** Rows of a data set have been erased: whoever holds copies of them throws those away. */
public record RowsErased(InstrumentKey set) {}
