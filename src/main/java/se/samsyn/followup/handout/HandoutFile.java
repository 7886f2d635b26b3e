package se.samsyn.followup.handout;

import java.util.List;

/**
 * The rows of what is handed out, marked in both persons' names. Its text form says only how many rows.
 *
 * @param marks what the file says of itself: a name and a value each
 * @param head the names of the columns, the last of them that of the mark
 * @param rows a row for each completed occasion, and one for each case without any
 */
public record HandoutFile(
        long number, List<List<String>> marks, List<String> head, List<List<String>> rows, int persons) {

    /** Copies the lists. */
    public HandoutFile {
        marks = List.copyOf(marks);
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return "HandoutFile[" + rows.size() + "]";
    }
}
