package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves noisy counts by single steps until the parts of a whole add up to it, from the total downwards. Where somebody sums the parts of
 * many splits of one group they then meet the same noisy number each time, and averaging tells them nothing of the true one.
 */
final class Anchoring {
    /*
     * A margin's cells are settled from its own noise and the margins of one dimension fewer alone, and cells are taken in the order of their
     * keys: so a cell is the same in every crossing it stands in, and in whatever order the dimensions are named. One dimension, and
     * two, can nearly always be made to add up; with three or more the lines are brought as near as single steps bring them.
     * Groups of nobody stay empty, and no count becomes one of those that are never published.
     * A group shown as fewer than five is not divided further, its parts are shown as nobody: where one part alone is not empty, it would
     * tell for certain where the few are.
     */
    private static final int DIVIDED_FROM = 5;

    private static final int PASSES = 60;
    private static final int FARTHEST = 7;

    private final Lattice lattice;
    private final int[] noisy;
    private final int[] values;
    private final long[] persons;
    private final long[] keys;
    private final int blocked;
    private final int[] residuals;

    Anchoring(Lattice lattice, int[] noisy, long[] persons, long[] keys, int blocked) {
        this.lattice = lattice;
        this.noisy = noisy;
        this.values = noisy.clone();
        this.persons = persons;
        this.keys = keys;
        this.blocked = blocked;
        this.residuals = new int[lattice.dimensions() * lattice.cells()];
    }

    int[] settled() {
        List<List<Integer>> byMargin = new ArrayList<>();
        for (int mask = 0; mask < 1 << lattice.dimensions(); mask++) {
            byMargin.add(new ArrayList<>());
        }
        for (int cell = 0; cell < lattice.cells(); cell++) {
            if (persons[cell] > 0) {
                byMargin.get(lattice.margin(cell)).add(cell);
            }
        }
        for (int margin : lattice.margins()) {
            if (margin != 0) {
                settle(dimensions(margin), byMargin.get(margin));
            }
        }
        return values;
    }

    private int[] dimensions(int margin) {
        return IntStream.range(0, lattice.dimensions())
                .filter(d -> ((margin >> d) & 1) != 0)
                .toArray();
    }

    private void settle(int[] dimensions, List<Integer> all) {
        List<Integer> cells = divided(dimensions, all);
        cells.sort(
                Comparator.<Integer>comparingLong(cell -> mixed(keys[cell])).thenComparingLong(cell -> persons[cell]));
        for (int d : dimensions) {
            for (int cell : cells) {
                residuals[line(cell, d)] = values[lattice.above(cell, d)];
            }
            for (int cell : cells) {
                residuals[line(cell, d)] -= values[cell];
            }
        }
        boolean moved = true;
        for (int pass = 0; pass < PASSES && moved; pass++) {
            moved = step(dimensions, cells);
            if (!moved && dimensions.length == 2) {
                moved = exchange(dimensions);
            }
        }
    }

    /** The cells that are parts of groups large enough; all others become empty. */
    private List<Integer> divided(int[] dimensions, List<Integer> all) {
        List<Integer> cells = new ArrayList<>();
        for (int cell : all) {
            if (IntStream.of(dimensions).allMatch(d -> values[lattice.above(cell, d)] >= DIVIDED_FROM)) {
                cells.add(cell);
            } else {
                values[cell] = 0;
            }
        }
        return cells;
    }

    /** The keys of groups that share most persons are near each other; mixed they are not. */
    private static long mixed(long key) {
        long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
        return (mixed ^ (mixed >>> 33)) >>> 1;
    }

    private int line(int cell, int dimension) {
        return dimension * lattice.cells() + lattice.above(cell, dimension);
    }

    /** Moves each cell by one where that brings its lines nearer; whether any was. */
    private boolean step(int[] dimensions, List<Integer> cells) {
        boolean moved = false;
        for (int cell : cells) {
            int up = gain(cell, 1, dimensions);
            int down = gain(cell, -1, dimensions);
            int step = up >= down ? 1 : -1;
            if (Math.max(up, down) > 0 && mayMove(cell, step, dimensions.length)) {
                move(cell, step, dimensions);
                moved = true;
            }
        }
        return moved;
    }

    private int gain(int cell, int step, int[] dimensions) {
        int gain = 0;
        for (int d : dimensions) {
            int residual = residuals[line(cell, d)];
            gain += Math.abs(residual) - Math.abs(residual - step);
        }
        return gain;
    }

    private boolean mayMove(int cell, int step, int dimensions) {
        int value = values[cell] + step;
        boolean near = dimensions == 1 || Math.abs(value - noisy[cell]) <= FARTHEST;
        return value > blocked && values[cell] > blocked && near;
    }

    private void move(int cell, int step, int[] dimensions) {
        values[cell] += step;
        for (int d : dimensions) {
            residuals[line(cell, d)] -= step;
        }
    }

    /** In a table of two dimensions, moves one up and one down on a line, for two lines across of which one has too much and one too little. */
    private boolean exchange(int[] dimensions) {
        boolean moved = false;
        for (int k = 0; k < 2; k++) {
            int across = dimensions[k];
            int along = dimensions[1 - k];
            int[] totals = totals(across, along);
            for (int low : totals) {
                for (int high : totals) {
                    if (residual(low, across) > 0 && residual(high, across) < 0) {
                        moved |= exchange(low, high, across, dimensions);
                    }
                }
            }
        }
        return moved;
    }

    /** The totals over one dimension at each category of another, all others summed over. */
    private int[] totals(int across, int along) {
        int[] at = new int[lattice.dimensions()];
        Arrays.fill(at, -1);
        int[] totals = new int[lattice.size(along)];
        for (int category = 0; category < totals.length; category++) {
            at[along] = category;
            totals[category] = lattice.cell(at);
        }
        return IntStream.of(totals)
                .filter(total -> residual(total, across) != 0)
                .toArray();
    }

    private int residual(int total, int dimension) {
        return residuals[dimension * lattice.cells() + total];
    }

    private boolean exchange(int low, int high, int across, int[] dimensions) {
        int best = -1;
        for (int category = 0; category < lattice.size(across); category++) {
            int up = lattice.below(low, across, category);
            int down = lattice.below(high, across, category);
            boolean may = values[up] > 0 && values[down] > 0 && mayMove(up, 1, 2) && mayMove(down, -1, 2);
            if (may && (best < 0 || Long.compare(mixed(keys[up]), mixed(keys[lattice.below(low, across, best)])) < 0)) {
                best = category;
            }
        }
        if (best >= 0) {
            move(lattice.below(low, across, best), 1, dimensions);
            move(lattice.below(high, across, best), -1, dimensions);
        }
        return best >= 0;
    }
}
