package se.samsyn.table.disclosure;

/** The tables that agree with what somebody knows, as a linear program: counts of rows, none below zero, fractions let be. */
interface LinearProgram extends AutoCloseable {

    /**
     * A table in which the sum of some rows is as great, or as small, as it can be. Asked again and again, it goes on from the
     * table before, which takes a fraction of the time.
     *
     * @param rows whose sum it is about
     * @return the counts by row
     * @throws IllegalStateException when no table agrees with what is known, or none was found
     */
    double[] extreme(int[] rows, boolean greatest);

    @Override
    void close();
}
