package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Inner cells that published cells give away without arithmetic beyond subtraction: by being zero, or by all others being known. */
final class GivenAway {

    private final List<int[]> cells = new ArrayList<>();
    private final BitSet known = new BitSet();

    GivenAway(List<LinkedTables.Cell> published, int rows, long[] counts) {
        boolean more = true;
        for (LinkedTables.Cell cell : published) {
            cells.add(cell.inner());
            if (RoundingRun.sum(counts, cell.inner()) == 0) {
                Arrays.stream(cell.inner()).forEach(known::set);
            }
        }
        while (more && known.cardinality() < rows) {
            more = learn();
        }
    }

    private boolean learn() {
        int before = known.cardinality();
        for (int[] cell : cells) {
            int[] unknown = Arrays.stream(cell).filter(row -> !known.get(row)).toArray();
            if (unknown.length == 1) {
                known.set(unknown[0]);
            }
        }
        return known.cardinality() > before;
    }

    BitSet rows() {
        return (BitSet) known.clone();
    }
}
