package se.samsyn.register;

import java.time.Instant;
import java.util.UUID;
import se.samsyn.engine.RowsName;
import se.samsyn.table.source.Codebook;

/**
 * An imported register.
 *
 * @param rows where its rows are kept
 * @param size how many they are
 */
public record Register(UUID id, Codebook codebook, RowsName rows, long size, Instant imported) {}
