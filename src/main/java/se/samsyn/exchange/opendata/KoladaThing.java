package se.samsyn.exchange.opendata;

/** Something Kolada has a list of. */
public sealed interface KoladaThing permits KoladaKpi, KoladaPlace, KoladaGroup, KoladaUnit {

    KoladaId id();

    /** Its name, always in Swedish; blank if Kolada gives none. */
    String title();
}
