package se.samsyn.exchange.cube;

import java.util.List;

/**
 * Takes the cells of a PX file as they are read, so that none need be held. What was taken is not to be used unless the reading ends
 * with {@link Outcome.Whole}: too few or too many cells show at the end alone.
 */
public interface PxTaker {

    /**
     * Takes what comes before the cells.
     *
     * @param dimensions stub before heading
     */
    void start(List<Dimension> dimensions, List<PxKeyword> keywords);

    /**
     * Takes one cell. Cells come in order, but for a file with KEYS, where rows come as they stand and rows of zeros alone are left
     * out.
     *
     * @param index row-major place, the last dimension running fastest
     * @param value NaN for the empty ones
     */
    void take(long index, double value, Symbol symbol);

    /** How the reading ended. */
    sealed interface Outcome {

        /** Every cell was taken. */
        record Whole(long cells, List<Problem> problems) implements Outcome {}

        /** The file cannot be used. */
        record Refused(List<Problem> problems) implements Outcome {}
    }
}
