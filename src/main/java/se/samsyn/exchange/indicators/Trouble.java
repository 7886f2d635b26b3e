package se.samsyn.exchange.indicators;

/**
 * Something that keeps a file or an answer from being taken.
 *
 * @param where the file, with the row and column where that is known; blank where it is about the whole
 * @param what what is wrong and what to do, in Swedish
 */
public record Trouble(String where, String what) {

    /** Both as one line of text. */
    public String told() {
        return where.isBlank() ? what : where + ": " + what;
    }
}
