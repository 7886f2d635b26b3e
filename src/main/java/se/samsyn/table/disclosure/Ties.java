package se.samsyn.table.disclosure;

import java.util.Arrays;

/** Which rows hang together. */
final class Ties {

    private final int[] above;

    Ties(int rows) {
        this.above = new int[rows];
        Arrays.setAll(above, row -> row);
    }

    void tie(int[] rows) {
        for (int k = 1; k < rows.length; k++) {
            above[head(rows[k])] = head(rows[0]);
        }
    }

    /** The same row for all that hang together. */
    int head(int row) {
        int at = row;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }
}
