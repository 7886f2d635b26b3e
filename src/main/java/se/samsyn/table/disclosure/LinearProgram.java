package se.samsyn.table.disclosure;

/** A linear program whose columns are counts: none below zero, fractions let be. To be closed when done with. */
interface LinearProgram extends AutoCloseable {

    /** The way to a solution. */
    enum Simplex {
        /** Over tables that are possible, to the greatest: good when asked again and again. */
        PRIMAL,

        /** Over tables that would be the greatest, to a possible one: good when asked once and almost all is in place. */
        DUAL
    }

    /**
     * Counts of which a weighted sum is as great as it can be. Asked again and again, it goes on from the counts before, which
     * takes a fraction of the time.
     *
     * @param weights by column; negative ones make for small counts
     * @return the counts by column
     * @throws IllegalStateException when no counts are possible, none were found, or the sum has no bound
     */
    double[] greatest(double[] weights);

    /** Makes a column be so much, until it is let go. */
    void hold(int column, double count);

    /** Lets a column be what it could be before it was held. */
    void letGo(int column);

    @Override
    void close();
}
