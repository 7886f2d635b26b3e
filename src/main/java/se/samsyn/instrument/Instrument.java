package se.samsyn.instrument;

import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Wording;

/** An instrument as the nation knows it, whatever version a place uses. */
public record Instrument(InstrumentKey key, Wording title, Wording description) {}
