package se.samsyn.followup;

import se.samsyn.kernel.PlaceCode;

/**
 * Makes the id that a protected person's case is stored under: keyed, so that it leads back to nothing, and always the same, so that
 * a file which calls the case by the unit's own id still meets it.
 */
public interface Pseudonyms {

    /** The pseudonym in this municipality of a case with this id of the unit's own. */
    LocalId of(LocalId id, PlaceCode municipality);
}
