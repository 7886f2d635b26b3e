package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a crossing with all its margins, numbered: on every dimension its categories and, after them, their total. Margins are by
 * which dimensions are not summed over.
 */
final class Lattice {

    /** More cells than these, margins included, are refused. */
    static final int MOST_CELLS = 1_000_000;

    private final int[] sizes;
    private final int[] strides;
    private final int cells;

    Lattice(int... sizes) {
        this.sizes = sizes.clone();
        this.strides = new int[sizes.length];
        long product = 1;
        for (int d = sizes.length - 1; d >= 0; d--) {
            strides[d] = (int) product;
            product *= sizes[d] + 1L;
            if (sizes[d] < 1 || product > MOST_CELLS) {
                throw new IllegalArgumentException("A crossing has categories on each dimension and at most "
                        + MOST_CELLS + " cells, margins included");
            }
        }
        this.cells = (int) product;
    }

    int dimensions() {
        return sizes.length;
    }

    int cells() {
        return cells;
    }

    int size(int dimension) {
        return sizes[dimension];
    }

    /** The number of a cell; -1 on a dimension means its total. */
    int cell(int... at) {
        int cell = 0;
        for (int d = 0; d < sizes.length; d++) {
            cell += (at[d] < 0 ? sizes[d] : at[d]) * strides[d];
        }
        return cell;
    }

    int coordinate(int cell, int dimension) {
        return cell / strides[dimension] % (sizes[dimension] + 1);
    }

    boolean isTotal(int cell, int dimension) {
        return coordinate(cell, dimension) == sizes[dimension];
    }

    /** The cell on the same line that holds all of the dimension. */
    int above(int cell, int dimension) {
        return cell + (sizes[dimension] - coordinate(cell, dimension)) * strides[dimension];
    }

    /** The cell of a line's total at one of its categories. */
    int below(int total, int dimension, int category) {
        return total - (sizes[dimension] - category) * strides[dimension];
    }

    /** The margins, each as the bits of its dimensions, the total first and those of fewer dimensions before those of more. */
    List<Integer> margins() {
        List<Integer> margins = new ArrayList<>();
        for (int mask = 0; mask < 1 << sizes.length; mask++) {
            margins.add(mask);
        }
        margins.sort((one, other) -> Integer.compare(Integer.bitCount(one), Integer.bitCount(other)));
        return margins;
    }

    /** The margin a cell is in. */
    int margin(int cell) {
        int mask = 0;
        for (int d = 0; d < sizes.length; d++) {
            if (!isTotal(cell, d)) {
                mask |= 1 << d;
            }
        }
        return mask;
    }

    /** Adds the categories up to the totals on every dimension. */
    void addUp(long[] values) {
        for (int d = 0; d < sizes.length; d++) {
            int total = sizes[d] * strides[d];
            for (int from = 0; from < cells; from += total + strides[d]) {
                for (int cell = from; cell < from + total; cell++) {
                    values[from + total + cell % strides[d]] += values[cell];
                }
            }
        }
    }

    /** Adds the categories up to the totals on every dimension. */
    void addUp(double[] values) {
        for (int d = 0; d < sizes.length; d++) {
            int total = sizes[d] * strides[d];
            for (int from = 0; from < cells; from += total + strides[d]) {
                for (int cell = from; cell < from + total; cell++) {
                    values[from + total + cell % strides[d]] += values[cell];
                }
            }
        }
    }
}
