package se.samsyn.register;

import java.util.List;

/**
 * Something in a file that must be mended before a register can be imported, and where it is.
 *
 * @param file which of the files
 * @param row as spreadsheet programs count; 0 where the file as a whole is meant
 * @param column its name; blank where none is meant
 * @param message key of what is wrong and what to do
 * @param details what the message speaks of; for the one who sent the file, never for a log
 */
public record Mend(File file, long row, String column, String message, List<String> details) {

    /** Which file. */
    public enum File {
        DATA,
        CODEBOOK
    }

    /** Copies the details. */
    public Mend {
        details = List.copyOf(details);
    }

    static Mend codebook(long row, String column, String what, String... details) {
        return new Mend(File.CODEBOOK, row, column, "register.mend." + what, List.of(details));
    }

    static Mend data(long row, String column, String what, String... details) {
        return new Mend(File.DATA, row, column, "register.mend." + what, List.of(details));
    }

    /** Names the place and the kind alone, since what the cell holds may be secret. */
    @Override
    public String toString() {
        return message + " at row " + row;
    }
}
