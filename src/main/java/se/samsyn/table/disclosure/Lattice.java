package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of a crossing with all its margins, numbered: on every dimension its categories and, after them, their total. A margin is the cells
 * that stand as many steps below the total on each dimension.
 */
final class Lattice {

    /** More cells than these, margins included, are refused. */
    static final int MOST_CELLS = 1_000_000;

    private final List<Branches> branches;
    private final int[] sizes;
    private final int[] strides;
    private final int cells;

    Lattice(List<Branches> branches) {
        this.branches = List.copyOf(branches);
        this.sizes = branches.stream().mapToInt(Branches::size).toArray();
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

    /** The number of a cell; -1 on a dimension means its total. */
    int cell(int... at) {
        int cell = 0;
        for (int d = 0; d < sizes.length; d++) {
            cell += (at[d] < 0 ? sizes[d] : at[d]) * strides[d];
        }
        return cell;
    }

    /** A cell's category on each dimension; -1 for its total. */
    int[] at(int cell) {
        return IntStream.range(0, sizes.length)
                .map(d -> isTotal(cell, d) ? Branches.TOTAL : coordinate(cell, d))
                .toArray();
    }

    Branches branches(int dimension) {
        return branches.get(dimension);
    }

    private int coordinate(int cell, int dimension) {
        return cell / strides[dimension] % (sizes[dimension] + 1);
    }

    boolean isTotal(int cell, int dimension) {
        return coordinate(cell, dimension) == sizes[dimension];
    }

    /** The cell on the same line that holds what its category lies in. */
    int above(int cell, int dimension) {
        int category = coordinate(cell, dimension);
        int wider = branches.get(dimension).within(category);
        return cell + ((wider < 0 ? sizes[dimension] : wider) - category) * strides[dimension];
    }

    /** The number of a margin, by how far below the total its cells stand on each dimension. */
    int number(int... depths) {
        int margin = 0;
        for (int d = 0; d < sizes.length; d++) {
            margin = margin * (branches.get(d).deepest() + 1) + depths[d];
        }
        return margin;
    }

    /** The margin a cell is in. */
    int margin(int cell) {
        int margin = 0;
        for (int d = 0; d < sizes.length; d++) {
            int depth = isTotal(cell, d) ? 0 : branches.get(d).depth(coordinate(cell, d));
            margin = margin * (branches.get(d).deepest() + 1) + depth;
        }
        return margin;
    }

    /** How many margins there are. */
    int margins() {
        return branches.stream().mapToInt(each -> each.deepest() + 1).reduce(1, (one, other) -> one * other);
    }

    /** The margins, those nearer to the total before those farther from it. */
    List<int[]> downwards() {
        List<int[]> all = List.of(new int[0]);
        for (Branches each : branches) {
            List<int[]> longer = new ArrayList<>();
            for (int[] depths : all) {
                for (int depth = 0; depth <= each.deepest(); depth++) {
                    longer.add(IntStream.concat(IntStream.of(depths), IntStream.of(depth))
                            .toArray());
                }
            }
            all = longer;
        }
        return all.stream()
                .sorted(Comparator.comparingInt(depths -> IntStream.of(depths).sum()))
                .toList();
    }

    /** A step from a cell to one that it is part of. */
    interface Step {
        void take(int cell, int above);
    }

    /** Goes from every cell to what it lies in, on one dimension after the other, so that parts can be added up to wholes. */
    void upwards(Step step) {
        for (int d = 0; d < sizes.length; d++) {
            int block = (sizes[d] + 1) * strides[d];
            for (int category : branches.get(d).upwards()) {
                for (int from = category * strides[d]; from < cells; from += block) {
                    int above = above(from, d) - from;
                    for (int cell = from; cell < from + strides[d]; cell++) {
                        step.take(cell, cell + above);
                    }
                }
            }
        }
    }

    /** Adds parts up to their wholes. */
    void addUp(long[] values) {
        upwards((cell, above) -> values[above] += values[cell]);
    }

    /** Adds parts up to their wholes. */
    void addUp(double[] values) {
        upwards((cell, above) -> values[above] += values[cell]);
    }
}
