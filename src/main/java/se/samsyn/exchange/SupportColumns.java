package se.samsyn.exchange;

import java.util.Optional;

/**
 * Columns that tell of support given; a row without a start has none.
 *
 * @param kind gives the name of an {@code InterventionKind}
 */
public record SupportColumns(Origin kind, String startColumn, Optional<String> stopColumn) {}
