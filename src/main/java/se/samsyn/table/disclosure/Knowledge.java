package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** All that an attacker can know of the rows from what is shown and from the mark of what is hidden. */
final class Knowledge {
    /*
     * The shown cells give a sum each, a hidden cell that it holds at least one person (zeros are shown). Long sums make slow and
     * blunt work, so each is replaced by what is left of it when the largest shown cells inside it are taken away, one
     * after the other while they do not overlap: a county total of which all but two municipalities are shown becomes a sum of two. The smaller
     * cells stand in the list themselves, so nothing is lost or gained. Nothing left: the sum says nothing new.
     */
    private final MergedTables tables;
    private final BitSet hidden;
    private final long leastHidden;
    private final List<KnownSum> sums = new ArrayList<>();
    private final IntegerList[] shownWith;

    private Knowledge(MergedTables tables, BitSet hidden, long leastHidden) {
        this.leastHidden = leastHidden;
        this.tables = tables;
        this.hidden = hidden;
        this.shownWith = new IntegerList[tables.persons().length];
        Arrays.setAll(shownWith, row -> new IntegerList());
    }

    /**
     * What is known.
     *
     * @param hidden positions of the hidden cells among the merged ones
     * @param leastHidden what a hidden cell is known to hold at least: 1 where every zero is shown, else 0
     */
    static List<KnownSum> of(MergedTables tables, BitSet hidden, long leastHidden) {
        Knowledge knowledge = new Knowledge(tables, hidden, leastHidden);
        knowledge.gather();
        return List.copyOf(knowledge.sums);
    }

    private void gather() {
        List<MergedCell> cells = tables.cells();
        int[] largestFirst = IntStream.range(0, cells.size())
                .filter(k -> !hidden.get(k) && cells.get(k).standing() != Standing.COMBINATION)
                .boxed()
                .sorted(Comparator.comparingInt(k -> -cells.get(k).rows().length))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int k : largestFirst) {
            for (int row : cells.get(k).rows()) {
                shownWith[row].add(k);
            }
        }
        Set<Column> seen = new HashSet<>();
        for (int k : largestFirst) {
            KnownSum rest = rest(k);
            if (rest.rows().length > 0 && seen.add(Column.sumOf(rest.rows()))) {
                sums.add(rest);
            }
        }
        if (leastHidden > 0) {
            hidden.stream()
                    .filter(k -> cells.get(k).standing() != Standing.COMBINATION)
                    .forEach(k -> sums.add(KnownSum.atLeast(cells.get(k).rows(), leastHidden)));
        }
    }

    private KnownSum rest(int shown) {
        MergedCell whole = tables.cells().get(shown);
        BitSet left = new BitSet();
        for (int row : whole.rows()) {
            left.set(row);
        }
        long sum = whole.persons();
        IntegerList from = new IntegerList();
        from.add(shown);
        for (int row : whole.rows()) {
            int part = left.get(row) ? largestWithin(left, row, shown) : -1;
            if (part >= 0) {
                for (int taken : tables.cells().get(part).rows()) {
                    left.clear(taken);
                }
                sum -= tables.cells().get(part).persons();
                from.add(part);
            }
        }
        return KnownSum.exactly(left.stream().toArray(), sum, from.toArray());
    }

    private int largestWithin(BitSet left, int row, int shown) {
        for (int k = 0; k < shownWith[row].size(); k++) {
            int part = shownWith[row].get(k);
            if (part != shown && within(left, tables.cells().get(part).rows())) {
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
