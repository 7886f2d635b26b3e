package se.samsyn.table.crossing;

import java.util.UUID;

/**
 * A crossing that somebody has saved.
 *
 * @param address what follows the question mark in its address
 * @param shared whether others of the same place see it
 * @param own whether it is the reader's own
 */
public record SavedCrossing(UUID id, String name, String address, boolean shared, boolean own) {}
