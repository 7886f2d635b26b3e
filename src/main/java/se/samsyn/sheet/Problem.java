package se.samsyn.sheet;

import java.util.List;

/**
 * Something in a file that the user has to mend, with the place where it is.
 *
 * @param row the row as the spreadsheet program counts, or 0 for the file as a whole
 * @param column the column's name or letter, or blank for the row as a whole
 * @param details what the messages of the fault speak of; for the user's eyes, never for a log
 */
public record Problem(Fault fault, int row, String column, List<String> details) {

    /** Copies the details. */
    public Problem {
        details = List.copyOf(details);
    }

    /** A problem of the file as a whole. */
    public static Problem ofFile(Fault fault, String... details) {
        return new Problem(fault, 0, "", List.of(details));
    }

    /** A problem of one row. */
    public static Problem ofRow(Fault fault, int row, String... details) {
        return new Problem(fault, row, "", List.of(details));
    }

    /** A problem of one cell. */
    public static Problem ofCell(Fault fault, int row, String column, String... details) {
        return new Problem(fault, row, column, List.of(details));
    }

    /** Whether it stops the import. */
    public boolean stops() {
        return fault.severity() == Severity.STOPS;
    }

    /** Names the place and the kind alone, since what the cell holds may be secret. */
    @Override
    public String toString() {
        return "%s at row %d".formatted(fault.code(), row);
    }
}
