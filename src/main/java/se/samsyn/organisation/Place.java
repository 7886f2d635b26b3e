package se.samsyn.organisation;

import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/** A place with a code: the nation, a region or a municipality. */
public record Place(PlaceCode code, String name) {

    /** Nation, region or municipality. */
    public Level level() {
        return code.level();
    }
}
