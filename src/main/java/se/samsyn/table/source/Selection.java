package se.samsyn.table.source;

import se.samsyn.kernel.UnitId;

/** Which rows of a data set to read. */
public sealed interface Selection {

    /** Every row that may be compiled, from all units: the ground of protected tables. */
    record Compilable() implements Selection {}

    /** The rows of one unit, for those who may read its cases. */
    record OfUnit(UnitId unit) implements Selection {}
}
