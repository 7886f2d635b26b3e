package se.samsyn.access;

import se.samsyn.kernel.UnitId;

/**
 * Which units are run by another than the municipality they work in, who answers for its own cases (SoLPuF 2001:637 11 §). The organisation
 * module tells it to the access module below.
 */
@FunctionalInterface
public interface Performers {

    /** Whether the unit's own people alone decide of its cases; false for a unit that is not there. */
    boolean answersForItself(UnitId unit);
}
