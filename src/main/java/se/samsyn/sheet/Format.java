package se.samsyn.sheet;

/** The kind of file, told from its content, never from its name. */
public enum Format {
    CSV,
    XLSX
}
