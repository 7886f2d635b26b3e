package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person who knows to be alone in a hidden cell could tell of other hidden cells. */
final class InsiderAttack {
    /*
     * Such a person knows one cell more than the outsider does. Tables that an outsider could not tell from the true one, and that have that cell
     * right, show at once of most other cells that they stay open; the rest is linear programming, its bounds taken to whole
     * persons.
     */
    private static final double NEARLY = 1e-6;
    /** By a whole person: less could be a fraction that no whole table has. */
    private static final double MOVED = 1 - NEARLY;

    private final MergedTables tables;
    private final BitSet hidden;
    private final BitSet primaries;
    private final List<KnownSum> sums;
    private final List<double[]> found;

    /**
     * An attack by every insider there is.
     *
     * @param sums what outsiders know
     * @param found tables that agree with it
     */
    InsiderAttack(MergedTables tables, BitSet hidden, BitSet primaries, List<KnownSum> sums, List<double[]> found) {
        this.tables = tables;
        this.hidden = hidden;
        this.primaries = primaries;
        this.sums = sums;
        this.found = found;
    }

    /** The primaries that insiders could tell exactly, by the position of the insiders' own cell; each primary once. */
    Map<Integer, BitSet> told() {
        Map<Integer, BitSet> byInsider = new LinkedHashMap<>();
        BitSet told = new BitSet();
        hidden.stream().filter(k -> tables.cells().get(k).persons() == 1).forEach(insider -> {
            BitSet more = tell(insider, told);
            if (!more.isEmpty()) {
                byInsider.put(insider, more);
                told.or(more);
            }
        });
        return byInsider;
    }

    private BitSet tell(int insider, BitSet told) {
        BitSet more = new BitSet();
        int[] own = tables.cells().get(insider).rows();
        List<KnownSum> known = new ArrayList<>(sums);
        List<KnownSum> ownRows = Arrays.stream(own)
                .mapToObj(row -> KnownSum.exactly(new int[] {row}, tables.persons()[row]))
                .toList();
        known.addAll(ownRows);
        BitSet doubtful = (BitSet) primaries.clone();
        doubtful.clear(insider);
        doubtful.andNot(told);
        List<double[]> agreeing = new ArrayList<>(found.stream()
                .filter(table -> ownRows.stream().allMatch(row -> LinearAttack.agrees(row, table)))
                .toList());
        doubtful.stream().filter(k -> isMoved(k, agreeing)).forEach(doubtful::clear);
        if (doubtful.isEmpty()) {
            return more;
        }
        try (LinearAttack attack = new LinearAttack(known, tables.persons(), Solver.best(), agreeing)) {
            doubtful.stream()
                    .filter(k -> !isMoved(k, agreeing) && attack.reach(rows(k)).exactInWholePersons())
                    .forEach(more::set);
        }
        return more;
    }

    private boolean isMoved(int k, List<double[]> agreeing) {
        double persons = tables.cells().get(k).persons();
        return agreeing.stream().anyMatch(table -> Math.abs(LinearAttack.sum(table, rows(k)) - persons) > MOVED);
    }

    private int[] rows(int k) {
        return tables.cells().get(k).rows();
    }
}
