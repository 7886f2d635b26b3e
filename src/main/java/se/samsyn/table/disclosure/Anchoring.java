package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Makes the noisy counts of a crossing add up, from the total downwards. Where somebody sums the parts of many splits of one group they then
 * meet the same noisy number each time, and averaging tells them nothing of the true one.
 */
final class Anchoring {
    /*
     * A margin's cells are settled from its own noise and the margins one step nearer to the total alone, and cells are taken in the order of their
     * keys: so a cell is the same in every crossing it stands in, and in whatever order the dimensions are named. One dimension, and
     * two, can nearly always be made to add up; with three or more the lines are brought as near as single steps bring them.
     */
    private final Lattice lattice;
    private final Settling settling;

    Anchoring(Lattice lattice, int[] noisy, long[] persons, long[] keys, int blocked) {
        this.lattice = lattice;
        int cells = lattice.cells();
        int[] wholes = new int[cells * lattice.dimensions()];
        Arrays.setAll(wholes, line -> line % cells);
        this.settling = new Settling(noisy, persons, keys, blocked, wholes);
    }

    /** Settles the counts in place. */
    void settle() {
        int[][] byMargin = byMargin();
        for (int[] depths : lattice.downwards()) {
            int[] dimensions =
                    IntStream.range(0, depths.length).filter(d -> depths[d] > 0).toArray();
            if (dimensions.length > 0) {
                settling.settle(
                        byMargin[lattice.number(depths)],
                        dimensions.length,
                        (cell, d) -> dimensions[d] * lattice.cells() + lattice.above(cell, dimensions[d]));
            }
        }
        settling.hide();
    }

    private int[][] byMargin() {
        int[] margins = new int[lattice.cells()];
        int[] sizes = new int[lattice.margins()];
        for (int cell = 0; cell < margins.length; cell++) {
            margins[cell] = lattice.margin(cell);
            sizes[margins[cell]]++;
        }
        int[][] byMargin = new int[sizes.length][];
        Arrays.setAll(byMargin, margin -> new int[sizes[margin]]);
        for (int cell = margins.length - 1; cell >= 0; cell--) {
            int margin = margins[cell];
            sizes[margin]--;
            byMargin[margin][sizes[margin]] = cell;
        }
        return byMargin;
    }
}
