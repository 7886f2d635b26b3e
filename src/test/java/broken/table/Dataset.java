package broken.table;

/** Rows, which no page may reach. */
public record Dataset(int size) {}
