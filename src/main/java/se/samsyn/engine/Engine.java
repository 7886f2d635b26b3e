package se.samsyn.engine;

/** The port to what counts rows. A question stops when the thread that waits for it is interrupted. */
public interface Engine {

    /**
     * Counts.
     *
     * @throws TooManyGroups when the answer would have more than {@link Question#MOST_GROUPS} groups
     * @throws Stopped when the asking thread was interrupted, or the time allowed for a question ran out
     * @throws RowsMissing when there are no such rows
     */
    Tally answer(Question question);

    /** More groups than are answered. */
    final class TooManyGroups extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyGroups() {
            super("The answer has more groups than are given", null, false, false);
        }
    }

    /** The question was given up. */
    final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("The question was given up before it was answered", null, false, false);
        }
    }

    /** There are no such rows, perhaps because newer ones took their place. */
    final class RowsMissing extends RuntimeException {
        private static final long serialVersionUID = 1;

        RowsMissing() {
            super("The rows are not there any more", null, false, false);
        }
    }
}
