package se.samsyn.table.disclosure;

/** The tables that agree with what somebody knows, as a linear program: counts of rows, none below zero, fractions let be. */
interface LinearProgram extends AutoCloseable {

    /**
     * A table in which a weighted sum of the rows is as great as it can be. Asked again and again, it goes on from the table
     * before, which takes a fraction of the time.
     *
     * @param weights by row; negative ones make for small counts
     * @return the counts by row
     * @throws IllegalStateException when no table agrees with what is known, none was found, or the sum has no bound
     */
    double[] greatest(double[] weights);

    @Override
    void close();
}
