package se.samsyn.indicator;

import java.time.Instant;

/**
 * An import that has been done.
 *
 * @param delivered how many values it brought
 * @param added how many of them were new
 * @param revised how many differed from what was there
 * @param withdrawn how many earlier ones it took away
 */
public record Arrived(
        int id,
        String source,
        String name,
        Instant fetched,
        Instant imported,
        long delivered,
        long added,
        long revised,
        long withdrawn) {}
