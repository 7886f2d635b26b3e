package se.samsyn.table;

import java.time.Instant;
import java.util.List;
import se.samsyn.kernel.Wording;

/** Answers crossings with their cells, for own indicators. The port through which other modules reach what is nested in this one. */
public interface CrossReading {

    /** What came of a question. */
    sealed interface Answer {}

    /**
     * The cells.
     *
     * @param noise the variance of the noise on each count
     * @param asOf when the rows were read
     */
    record Lines(List<Line> lines, double noise, Instant asOf) implements Answer {

        /** Copies the list. */
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** It is not answered; why, and what to do instead. */
    record Unanswered(Wording why) implements Answer {}

    /**
     * A cell.
     *
     * @param keys a category for each axis - rows, columns, layers - blank for totals
     * @param known whether none of them is the category of those of whom nothing is known
     */
    record Line(List<String> keys, Known known, Cell cell) {

        /** Copies the list. */
        public Line {
            keys = List.copyOf(keys);
        }
    }

    /** Whether a cell is of persons of whom something is known on every axis. */
    enum Known {
        YES,
        NO
    }

    /** Whether the one signed in may not cross this data set, though it is there. */
    boolean isClosed(String set);

    /** Answers, for the program's own work. */
    Answer read(CrossQuestion question);
}
