package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the noisy counts of a crossing add up, from the total downwards. Where somebody sums the parts of many splits of one group they then
 * meet the same noisy number each time, and averaging tells them nothing of the true one.
 */
final class Anchoring {
    /*
     * A margin's cells are settled from its own noise and the margins of what they lie in alone, and cells are taken in the order of their
     * keys: so a cell is the same in every crossing it stands in, and in whatever order the dimensions are named. One dimension, and
     * two, can nearly always be made to add up; where cells lie in three lines or more these are brought as near as single steps bring them.
     */
    private final Lattice lattice;
    private final Settling settling;

    Anchoring(Lattice lattice, int[] noisy, long[] persons, long[] keys, int blocked) {
        this.lattice = lattice;
        int[] wholes = new int[lattice.lines()];
        Arrays.setAll(wholes, lattice::whole);
        this.settling = new Settling(noisy, persons, keys, blocked, wholes);
    }

    /** Settles the counts in place. */
    void settle() {
        int[][] byMargin = byMargin();
        for (int[] levels : lattice.downwards()) {
            List<Way> ways = ways(levels);
            if (!ways.isEmpty()) {
                settling.settle(
                        byMargin[lattice.number(levels)],
                        ways.size(),
                        (cell, way) -> lattice.line(
                                cell, ways.get(way).dimension(), ways.get(way).nth()));
            }
        }
        settling.hide();
    }

    /** A dimension, and one of the wholes that a cell has there. */
    private record Way(int dimension, int nth) {}

    private List<Way> ways(int[] levels) {
        List<Way> ways = new ArrayList<>();
        for (int d = 0; d < levels.length; d++) {
            int most = levels[d] == 0 ? 0 : lattice.branches(d).ways(levels[d] - 1);
            for (int nth = 0; nth < most; nth++) {
                ways.add(new Way(d, nth));
            }
        }
        return ways;
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
