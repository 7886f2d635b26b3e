package se.samsyn.indicator;

import java.time.Instant;
import java.util.Optional;
import se.samsyn.table.Where;

/**
 * A value that an import changed or took away.
 *
 * @param now what took its place; empty where it was withdrawn
 * @param fetched when the source gave the new one
 */
public record Revision(
        Where place, int year, SexPart sex, String group, Reading before, Optional<Reading> now, Instant fetched) {}
