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
     * right, show at once of most other cells that they stay open, those most that differ from the true one in few rows; the rest is linear programming, its bounds taken to whole
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
    private final NearTables near;

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
        this.near = new NearTables(tables, primaries, sums);
    }

    /** The primaries that insiders could tell exactly, by the position of the insiders' own cell; each primary once. */
    Map<Integer, BitSet> told() {
        Map<Integer, BitSet> byInsider = new LinkedHashMap<>();
        BitSet told = new BitSet();
        List<double[]> agreeing = new ArrayList<>();
        try (LinearAttack attack = new LinearAttack(sums, tables.persons(), Solver.best(), agreeing)) {
            hidden.stream().filter(k -> tables.cells().get(k).persons() == 1).forEach(insider -> {
                BitSet more = tell(insider, told, attack, agreeing);
                if (!more.isEmpty()) {
                    byInsider.put(insider, more);
                    told.or(more);
                }
            });
        }
        return byInsider;
    }

    private BitSet tell(int insider, BitSet told, LinearAttack attack, List<double[]> agreeing) {
        int[] own = rows(insider);
        List<KnownSum> ownRows = Arrays.stream(own)
                .mapToObj(row -> KnownSum.exactly(new int[] {row}, tables.persons()[row]))
                .toList();
        BitSet doubtful = (BitSet) primaries.clone();
        doubtful.clear(insider);
        doubtful.andNot(told);
        doubtful.andNot(near.open(own));
        List<double[]> before = LinearAttack.agreeing(found, ownRows);
        doubtful.stream().filter(k -> isMoved(k, before)).forEach(doubtful::clear);
        BitSet more = new BitSet();
        agreeing.clear();
        if (!doubtful.isEmpty()) {
            attack.hold(own);
            attack.raise(doubtful.stream().mapToObj(this::rows).toList());
            doubtful.stream()
                    .filter(k -> !isMoved(k, agreeing) && isTold(k, attack, agreeing))
                    .forEach(more::set);
            attack.letGo(own);
        }
        return more;
    }

    /** Where the most is another table already, the least is not looked for. */
    private boolean isTold(int k, LinearAttack attack, List<double[]> agreeing) {
        double most = attack.most(rows(k));
        return !isMoved(k, agreeing) && new Reach(attack.least(rows(k)), most).exactInWholePersons();
    }

    private boolean isMoved(int k, List<double[]> agreeing) {
        double persons = tables.cells().get(k).persons();
        return agreeing.stream().anyMatch(table -> Math.abs(LinearAttack.sum(table, rows(k)) - persons) > MOVED);
    }

    private int[] rows(int k) {
        return tables.cells().get(k).rows();
    }
}
