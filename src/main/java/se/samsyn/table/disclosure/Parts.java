package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Of which other cells a cell can be made: the largest inside it that do not overlap, one after the other. */
final class Parts {

    private final List<MergedCell> cells;
    private final int[] largestFirst;
    private final IntegerList[] with;

    /**
     * Parts of some cells.
     *
     * @param among which cells are parts, and made of parts
     */
    Parts(MergedTables tables, IntPredicate among) {
        this.cells = tables.cells();
        this.largestFirst = IntStream.range(0, cells.size())
                .filter(among)
                .boxed()
                .sorted(Comparator.comparingInt(k -> -cells.get(k).rows().length))
                .mapToInt(Integer::intValue)
                .toArray();
        this.with = new IntegerList[tables.persons().length];
        Arrays.setAll(with, row -> new IntegerList());
        for (int k : largestFirst) {
            for (int row : cells.get(k).rows()) {
                with[row].add(k);
            }
        }
    }

    /**
     * What a cell is made of.
     *
     * @param cells positions of its parts
     * @param rows what is left of it, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    record Made(int[] cells, int[] rows) {}

    /** Positions of the cells, those of most rows first. */
    IntStream largestFirst() {
        return IntStream.of(largestFirst);
    }

    Made of(int whole) {
        BitSet left = new BitSet();
        for (int row : cells.get(whole).rows()) {
            left.set(row);
        }
        IntegerList parts = new IntegerList();
        for (int row : cells.get(whole).rows()) {
            int part = left.get(row) ? largestWithin(left, row, whole) : -1;
            if (part >= 0) {
                for (int taken : cells.get(part).rows()) {
                    left.clear(taken);
                }
                parts.add(part);
            }
        }
        return new Made(parts.toArray(), left.stream().toArray());
    }

    private int largestWithin(BitSet left, int row, int whole) {
        for (int k = 0; k < with[row].size(); k++) {
            int part = with[row].get(k);
            if (part != whole && within(left, cells.get(part).rows())) {
                return part;
            }
        }
        return -1;
    }

    private static boolean within(BitSet left, int[] rows) {
        for (int row : rows) {
            if (!left.get(row)) {
                return false;
            }
        }
        return true;
    }
}
