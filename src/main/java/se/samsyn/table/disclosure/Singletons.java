package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows that somebody inside knows: of one person each, or of one holder each. Rows are numbered with the unmarked first, then those of
 * holders, then those of persons.
 *
 * @param marks by row: {@link #NONE}, {@link #PERSON}, or the number of the holder
 * @param apart whether a cell of a single person's row may be shown, so that sums of such rows cannot be treated as secrets all alike
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Singletons(int[] marks, boolean apart) {

    static final int NONE = 0;
    static final int PERSON = -1;

    /** No row is known by anybody inside. */
    static Singletons none(int rows) {
        return new Singletons(new int[rows], false);
    }

    int rows() {
        return marks.length;
    }

    boolean unmarked(int row) {
        return marks[row] == NONE;
    }

    boolean ofPersons(int[] rows) {
        return rows.length > 0 && Arrays.stream(rows).allMatch(row -> marks[row] == PERSON);
    }

    boolean anyHolder() {
        return Arrays.stream(marks).anyMatch(mark -> mark > 0);
    }

    /** The one holder of all the rows, or {@link #NONE}. */
    int holder(int[] rows) {
        int holder = rows.length == 0 ? NONE : marks[rows[0]];
        return holder > 0 && Arrays.stream(rows).allMatch(row -> marks[row] == holder) ? holder : NONE;
    }

    /** Whether the rows are all of holders, and of at most two. */
    boolean ofTwoHolders(int[] rows) {
        BitSet holders = new BitSet();
        for (int row : rows) {
            if (marks[row] <= 0) {
                return false;
            }
            holders.set(marks[row]);
        }
        return rows.length > 0 && holders.cardinality() <= 2;
    }
}
