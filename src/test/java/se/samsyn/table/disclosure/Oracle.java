package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Goes through every table of whole, non-negative inner counts that agrees with what is shown, known zeros kept, and notes
 * the least and the greatest count of each cell. Plain enumeration, nothing shared with what it judges.
 */
final class Oracle {

    private final RandomTables tables;
    private final List<Integer> shown = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();
    private final int[] free;
    private final long[] table;
    private final long[] missing;
    private final int[] lastOf;
    private final int[][] sumsWith;
    private final long[] least;
    private final long[] most;
    private long steps;

    Oracle(RandomTables tables, BitSet hiddenCells) {
        this.tables = tables;
        for (int k = 0; k < tables.cells().size(); k++) {
            (hiddenCells.get(k) ? hidden : shown).add(k);
        }
        this.free = IntStream.range(0, tables.persons().length)
                .filter(k -> tables.persons()[k] > 0)
                .toArray();
        this.table = new long[tables.persons().length];
        this.missing = shown.stream().mapToLong(tables::count).toArray();
        this.lastOf = new int[shown.size()];
        for (int s = 0; s < lastOf.length; s++) {
            int[] inner = tables.cells().get(shown.get(s));
            lastOf[s] = IntStream.range(0, free.length)
                    .filter(position -> Arrays.binarySearch(inner, free[position]) >= 0)
                    .max()
                    .orElse(-1);
        }
        this.sumsWith = Arrays.stream(free)
                .mapToObj(inner -> IntStream.range(0, shown.size())
                        .filter(s -> Arrays.binarySearch(tables.cells().get(shown.get(s)), inner) >= 0)
                        .toArray())
                .toArray(int[][]::new);
        this.least = IntStream.range(0, tables.cells().size())
                .mapToLong(tables::count)
                .toArray();
        this.most = least.clone();
    }

    /** False if there are too many tables to go through. */
    boolean enumerate(long mostSteps) {
        steps = mostSteps;
        return fill(0);
    }

    /** How many counts apart the extremes of a cell lie: 0 if it is told exactly. */
    long width(int cell) {
        return most[cell] - least[cell];
    }

    private boolean fill(int position) {
        if (--steps < 0) {
            return false;
        }
        if (position == free.length) {
            note();
            return true;
        }
        int inner = free[position];
        int[] sums = sumsWith[position];
        long cap = sums.length == 0 ? tables.persons()[inner] + 3 : Long.MAX_VALUE;
        long from = 0;
        for (int s : sums) {
            cap = Math.min(cap, missing[s]);
            from = lastOf[s] == position ? Math.max(from, missing[s]) : from;
        }
        for (long value = from; value <= cap; value++) {
            table[inner] = value;
            for (int s : sums) {
                missing[s] -= value;
            }
            boolean fine = true;
            for (int s : sums) {
                fine &= lastOf[s] != position || missing[s] == 0;
            }
            boolean ended = !fine || fill(position + 1);
            for (int s : sums) {
                missing[s] += value;
            }
            table[inner] = 0;
            if (!ended) {
                return false;
            }
        }
        return true;
    }

    private void note() {
        long[] counts = IntStream.range(0, tables.cells().size())
                .mapToLong(k -> Arrays.stream(tables.cells().get(k))
                        .mapToLong(inner -> table[inner])
                        .sum())
                .toArray();
        if (hidden.stream().anyMatch(k -> counts[k] == 0)) {
            return;
        }
        for (int k = 0; k < counts.length; k++) {
            least[k] = Math.min(least[k], counts[k]);
            most[k] = Math.max(most[k], counts[k]);
        }
    }
}
