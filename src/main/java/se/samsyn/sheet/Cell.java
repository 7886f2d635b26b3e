package se.samsyn.sheet;

/**
 * One cell as read.
 *
 * @param text trimmed text; a {@code NUMBER} has a point for decimals and no spaces, a {@code DATE} is written yyyy-mm-dd
 * @param kind whether the text needs to be interpreted, or the file itself said what it is
 */
public record Cell(String text, Kind kind) {

    /** How much the file said of the cell. Formulas and errors are reported when a file is opened, so no readable sheet has them. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        FORMULA,
        ERROR
    }

    /** A cell with nothing in it. */
    public static final Cell EMPTY = new Cell("", Kind.EMPTY);

    /** Text to be interpreted; blank text is an empty cell. */
    public static Cell text(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() ? EMPTY : new Cell(trimmed, Kind.TEXT);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }
}
