package se.samsyn.sheet;

import java.util.List;

/** Rows of a file from the first to the last, blank ones and the header included. */
interface RowSource {

    /** Whether the taker wants more. */
    enum Next {
        GO_ON,
        STOP
    }

    /** Takes one row. */
    interface Taker {
        Next take(int number, List<Cell> cells);
    }

    /** Reads the file through; faults of the cells are told apart from those of the file by where they are reported. */
    void read(Taker taker);
}
