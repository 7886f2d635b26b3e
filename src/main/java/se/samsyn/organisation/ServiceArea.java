package se.samsyn.organisation;

import se.samsyn.kernel.InstrumentKey;

/** The area of social services a unit works in. */
public enum ServiceArea {
    VIOLENCE("vald"),
    ADDICTION("missbruk"),
    HOUSING("boende"),
    CHILDREN("barn"),
    GENERAL("allman");

    private final String usual;

    ServiceArea(String usual) {
        this.usual = usual;
    }

    /** The instrument that units of the area usually follow up with. */
    public InstrumentKey usual() {
        return new InstrumentKey(usual);
    }
}
