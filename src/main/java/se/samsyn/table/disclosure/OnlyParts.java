package se.samsyn.table.disclosure;

import java.util.stream.IntStream;

/**
 * Which cells stand alone in a whole: all other parts of it are shown as fewer than five. Of such a cell's numbers only those of the whole are told.
 * What it has itself differs from them by what the few have.
 */
final class OnlyParts {

    private final Lattice lattice;
    private final int[] counts;
    private final long[] keys;
    private final int[] large;

    OnlyParts(Lattice lattice, int[] counts, long[] keys) {
        this.lattice = lattice;
        this.counts = counts;
        this.keys = keys;
        this.large = new int[counts.length * lattice.dimensions()];
        for (int cell = 0; cell < counts.length; cell++) {
            for (int d = 0; d < lattice.dimensions(); d++) {
                if (isLarge(cell) && !lattice.isTotal(cell, d)) {
                    large[line(cell, d)]++;
                }
            }
        }
    }

    private boolean isLarge(int cell) {
        return counts[cell] >= Settling.DIVIDED_FROM;
    }

    private int line(int cell, int dimension) {
        return dimension * counts.length + lattice.above(cell, dimension);
    }

    /** The cell itself, or the whole whose numbers are told instead: the smallest where there are several. */
    int shownAs(int cell) {
        int[] alone = IntStream.range(0, lattice.dimensions())
                .filter(d -> isLarge(cell) && !lattice.isTotal(cell, d) && large[line(cell, d)] == 1)
                .map(d -> lattice.above(cell, d))
                .toArray();
        return IntStream.of(alone)
                .boxed()
                .min((one, other) -> counts[one] != counts[other]
                        ? Integer.compare(counts[one], counts[other])
                        : Long.compare(BlurredTable.mixed(keys[one]), BlurredTable.mixed(keys[other])))
                .map(this::shownAs)
                .orElse(cell);
    }
}
