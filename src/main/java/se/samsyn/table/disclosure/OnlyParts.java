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
        this.large = new int[lattice.lines()];
        for (int cell = 0; cell < counts.length; cell++) {
            lines(cell).forEach(line -> large[line]++);
        }
    }

    /** The lines that a large cell lies in. */
    private IntStream lines(int cell) {
        return counts[cell] < Settling.DIVIDED_FROM ? IntStream.empty() : lattice.lines(cell);
    }

    /** The cell itself, or the whole whose numbers are told instead: the smallest where there are several. */
    int shownAs(int cell) {
        return lines(cell)
                .filter(line -> large[line] == 1)
                .map(lattice::whole)
                .boxed()
                .min((one, other) -> counts[one] != counts[other]
                        ? Integer.compare(counts[one], counts[other])
                        : Long.compare(BlurredTable.mixed(keys[one]), BlurredTable.mixed(keys[other])))
                .map(this::shownAs)
                .orElse(cell);
    }
}
