package se.samsyn.exchange.opendata;

import java.util.Optional;

/** A unit (enhet), such as a school or a care home, in the municipality it belongs to. */
public record KoladaUnit(KoladaId id, String title, Optional<KoladaId> municipality) implements KoladaThing {}
