package se.samsyn.table;

import java.time.Instant;
import java.util.UUID;
import se.samsyn.kernel.InstrumentKey;

/**
 * Tables about a place and years that were frozen together.
 *
 * @param occasion what they were frozen for; the same for all that were frozen at once
 * @param asOf when the rows behind them were read
 * @param tables how many
 */
public record Frozen(
        UUID occasion, InstrumentKey set, Where where, Span span, Instant asOf, Instant frozenAt, long tables) {}
