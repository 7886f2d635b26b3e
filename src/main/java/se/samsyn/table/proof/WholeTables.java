package se.samsyn.table.proof;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.LinkedTables;

/**
 * Goes through every table of whole, non-negative counts that somebody who sees the shown cells, and knows which inner cells are empty, could
 * think of, and notes the least and the most of each cell. Plain enumeration: shares nothing with what it judges.
 */
final class WholeTables {

    private final List<int[]> cells;
    private final boolean[] shown;
    private final boolean[] person;
    private final int[] free;
    private final long[] first;
    private final long[] missing;
    private final long[] least;
    private final long[] most;
    private long steps;

    /**
     * Starts with the true table.
     *
     * @param cells numbers of the occupied inner cells of each cell
     * @param person whether it is known of a hidden cell that somebody is in it
     */
    WholeTables(LinkedTables tables, List<int[]> cells, IntPredicate hidden, IntPredicate person) {
        this.cells = cells;
        this.shown = new boolean[cells.size()];
        this.person = new boolean[cells.size()];
        this.least = IntStream.range(0, cells.size()).mapToLong(tables::count).toArray();
        this.most = least.clone();
        for (int k = 0; k < shown.length; k++) {
            shown[k] = !hidden.test(k);
            this.person[k] = person.test(k);
        }
        this.free =
                cells.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
        this.first = least.clone();
        this.missing = least.clone();
    }

    /** False if there are too many tables to go through. */
    boolean gone(long mostSteps) {
        steps = mostSteps;
        return fill(0);
    }

    /** Whether the cell has the same count in all of them. */
    boolean told(int cell) {
        return least[cell] == most[cell];
    }

    private boolean fill(int position) {
        if (--steps < 0) {
            return false;
        }
        if (position == free.length) {
            note();
            return true;
        }
        int[] with = IntStream.range(0, cells.size())
                .filter(k -> Arrays.binarySearch(cells.get(k), free[position]) >= 0)
                .toArray();
        long cap = Arrays.stream(with)
                .filter(k -> shown[k])
                .mapToLong(k -> missing[k])
                .min()
                .orElse(steps);
        boolean within = true;
        for (long count = 0; count <= cap && within; count++) {
            boolean settled = Arrays.stream(with).allMatch(k -> !shown[k] || missing[k] == 0 || !ends(k, position));
            within = !settled || fill(position + 1);
            for (int k : with) {
                missing[k]--;
            }
        }
        for (int k : with) {
            missing[k] += within ? cap + 1 : 0;
        }
        return within;
    }

    private boolean ends(int cell, int position) {
        return cells.get(cell)[cells.get(cell).length - 1] == free[position];
    }

    private void note() {
        for (int k = 0; k < missing.length; k++) {
            if (person[k] && count(k) == 0) {
                return;
            }
        }
        for (int k = 0; k < missing.length; k++) {
            least[k] = Math.min(least[k], count(k));
            most[k] = Math.max(most[k], count(k));
        }
    }

    private long count(int cell) {
        return first[cell] - missing[cell];
    }
}
