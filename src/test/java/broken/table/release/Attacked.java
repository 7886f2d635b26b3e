package broken.table.release;

/** True counts of hidden cells, for their owner alone. */
public record Attacked(int count) {}
