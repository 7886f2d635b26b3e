package se.samsyn.access;

import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** What an action is aimed at: a unit with its cases, or a place with its compiled figures and settings. */
public sealed interface Target {

    /** The place the target lies in. */
    PlaceCode place();

    /** A unit in a municipality. */
    record OfUnit(UnitId unit, PlaceCode place) implements Target {}

    /** A place. */
    record OfPlace(PlaceCode place) implements Target {}
}
