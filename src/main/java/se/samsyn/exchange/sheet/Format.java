package se.samsyn.exchange.sheet;

/** The kind of file, told from its content, never from its name. */
public enum Format {
    CSV,
    XLSX
}
