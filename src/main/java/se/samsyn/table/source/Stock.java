package se.samsyn.table.source;

import java.time.Instant;
import se.samsyn.engine.RowsName;

/**
 * Rows that can be crossed.
 *
 * @param rows where they are kept
 * @param size how many there are
 * @param asOf when they were read or imported
 */
public record Stock(Codebook codebook, RowsName rows, long size, Instant asOf) {}
