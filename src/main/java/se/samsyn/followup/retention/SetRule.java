package se.samsyn.followup.retention;

import java.time.Instant;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

/** A rule that a place has set for an instrument. */
public record SetRule(PlaceCode place, InstrumentKey instrument, Rule rule, Instant at) {}
