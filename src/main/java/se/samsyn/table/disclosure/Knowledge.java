package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private Knowledge(MergedTables tables, BitSet hidden, long leastHidden) {
        this.leastHidden = leastHidden;
        this.tables = tables;
        this.hidden = hidden;
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
        Parts parts = new Parts(tables, k -> !hidden.get(k) && cells.get(k).standing() != Standing.COMBINATION);
        Set<Column> seen = new HashSet<>();
        parts.largestFirst().forEach(k -> {
            KnownSum rest = rest(k, parts.of(k));
            if (rest.rows().length > 0 && seen.add(Column.sumOf(rest.rows()))) {
                sums.add(rest);
            }
        });
        if (leastHidden > 0) {
            hidden.stream()
                    .filter(k -> cells.get(k).standing() != Standing.COMBINATION)
                    .forEach(k -> sums.add(KnownSum.atLeast(cells.get(k).rows(), leastHidden)));
        }
    }

    private KnownSum rest(int shown, Parts.Made made) {
        long sum = tables.cells().get(shown).persons();
        for (int part : made.cells()) {
            sum -= tables.cells().get(part).persons();
        }
        return KnownSum.exactly(made.rows(), sum);
    }
}
