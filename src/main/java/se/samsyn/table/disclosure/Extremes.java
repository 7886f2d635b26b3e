package se.samsyn.table.disclosure;

import java.util.List;

/** The least and the most that some sums of rows have been seen to be, in tables that agree with what is known. */
final class Extremes {

    private static final double NEARLY = 1e-6;

    private final List<int[]> sums;
    private final double[] least;
    private final double[] most;

    /**
     * Seen in the true table alone.
     *
     * @param sums rows of each
     */
    Extremes(List<int[]> sums, long[] truth) {
        this.sums = List.copyOf(sums);
        this.least = new double[sums.size()];
        this.most = new double[sums.size()];
        for (int k = 0; k < least.length; k++) {
            for (int row : sums.get(k)) {
                least[k] += truth[row];
            }
            most[k] = least[k];
        }
    }

    int size() {
        return least.length;
    }

    /** Rows of a sum. */
    int[] rows(int k) {
        return sums.get(k);
    }

    double least(int k) {
        return least[k];
    }

    /** Whether a sum has been seen to differ by so much. */
    boolean open(int k, double width) {
        return most[k] - least[k] >= width - NEARLY;
    }

    void see(double[] table) {
        for (int k = 0; k < least.length; k++) {
            double sum = LinearAttack.sum(table, sums.get(k));
            least[k] = Math.min(least[k], sum);
            most[k] = Math.max(most[k], sum);
        }
    }
}
