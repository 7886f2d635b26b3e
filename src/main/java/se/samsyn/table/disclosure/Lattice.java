package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of a crossing with all its margins, numbered: on every dimension its categories and, after them, their total. A margin is the cells
 * of one level on each dimension.
 */
final class Lattice {

    /** More cells than these, margins included, are refused. */
    static final int MOST_CELLS = 1_000_000;

    private final List<Branches> branches;
    private final int[] sizes;
    private final int[] strides;
    private final int cells;
    private final int[] divisions;

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
        this.divisions = new int[sizes.length + 1];
        for (int d = 0; d < sizes.length; d++) {
            divisions[d + 1] = divisions[d] + branches.get(d).divisions();
        }
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

    /** How many lines there are. A line is the parts of a whole on one dimension, in one of the ways it is parted there. */
    int lines() {
        return divisions[sizes.length] * cells;
    }

    /** The line on a dimension in which a cell lies, the first or another; {@link Settling#NONE} where there is no such. */
    int line(int cell, int dimension, int nth) {
        int category = coordinate(cell, dimension);
        Branches on = branches.get(dimension);
        if (category == sizes[dimension] || nth >= on.within(category).length) {
            return Settling.NONE;
        }
        return (divisions[dimension] + on.division(category)) * cells + at(cell, dimension, on.within(category)[nth]);
    }

    /** All lines in which a cell lies. */
    IntStream lines(int cell) {
        return IntStream.range(0, sizes.length)
                .filter(d -> !isTotal(cell, d))
                .flatMap(d -> IntStream.range(0, branches.get(d).within(coordinate(cell, d)).length)
                        .map(nth -> line(cell, d, nth)));
    }

    /** What the parts of a line add up to. */
    int whole(int line) {
        return line % cells;
    }

    /** The same cell but for its category on one dimension. */
    private int at(int cell, int dimension, int category) {
        return cell + ((category < 0 ? sizes[dimension] : category) - coordinate(cell, dimension)) * strides[dimension];
    }

    /** The number of a margin, by the level of its cells on each dimension, from 1; 0 for the total. */
    int number(int... levels) {
        int margin = 0;
        for (int d = 0; d < sizes.length; d++) {
            margin = margin * (branches.get(d).levels() + 1) + levels[d];
        }
        return margin;
    }

    /** The margin a cell is in. */
    int margin(int cell) {
        int margin = 0;
        for (int d = 0; d < sizes.length; d++) {
            int level = isTotal(cell, d) ? 0 : 1 + branches.get(d).level(coordinate(cell, d));
            margin = margin * (branches.get(d).levels() + 1) + level;
        }
        return margin;
    }

    /** How many margins there are. */
    int margins() {
        return branches.stream().mapToInt(each -> each.levels() + 1).reduce(1, (one, other) -> one * other);
    }

    /** The margins, wholes before their parts. */
    List<int[]> downwards() {
        List<int[]> all = List.of(new int[0]);
        for (Branches each : branches) {
            List<int[]> longer = new ArrayList<>();
            for (int[] levels : all) {
                for (int level = 0; level <= each.levels(); level++) {
                    longer.add(IntStream.concat(IntStream.of(levels), IntStream.of(level))
                            .toArray());
                }
            }
            all = longer;
        }
        return all.stream()
                .sorted(Comparator.comparingInt(levels -> IntStream.of(levels).sum()))
                .toList();
    }

    /** A step from a cell to one that it is part of. */
    interface Step {
        void take(int cell, int above);
    }

    /** Goes from every cell to all that it lies in, on one dimension after the other, so that parts can be added up to wholes. */
    void upwards(Step step) {
        for (int d = 0; d < sizes.length; d++) {
            int block = (sizes[d] + 1) * strides[d];
            for (int category : branches.get(d).narrowest()) {
                for (int wide : branches.get(d).around(category)) {
                    int above = ((wide < 0 ? sizes[d] : wide) - category) * strides[d];
                    for (int from = category * strides[d]; from < cells; from += block) {
                        for (int cell = from; cell < from + strides[d]; cell++) {
                            step.take(cell, cell + above);
                        }
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
