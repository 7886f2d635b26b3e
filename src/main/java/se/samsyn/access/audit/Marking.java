package se.samsyn.access.audit;

/**
 * What a reviewer says of a line.
 *
 * @param line its number in the log
 */
public record Marking(long line, Mark mark, String note) {

    /** Removes blanks around the note. */
    public Marking {
        note = note.strip();
    }
}
