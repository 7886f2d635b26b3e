package se.samsyn.exchange.opendata;

import se.samsyn.kernel.PlaceCode;

/** A municipality, a region or the nation in Kolada's list. The nation (Riket) is of type {@link Type#L}. */
public record KoladaPlace(KoladaId id, String title, Type type) implements KoladaThing {

    /** Kolada's two kinds of place. */
    public enum Type {
        /** Municipality (kommun). */
        K,
        /** Region (formerly landsting), and the nation. */
        L
    }

    /** Checks that the id is of four digits. */
    public KoladaPlace {
        if (id.place().isEmpty()) {
            throw new IllegalArgumentException("A place has an id of four digits");
        }
    }

    /** The place in Samsyn's codes: SE, two digits or four. */
    public PlaceCode code() {
        return id.place().orElseThrow();
    }
}
