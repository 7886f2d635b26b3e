package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an attacker who sees everything shown can tell of the hidden primaries. */
final class Attack implements AutoCloseable {
    /*
     * Assumed attacker: knows every shown cell, every zero (also of inner cells that are not published), that a hidden cell holds
     * at least one person, and how all cells are made of inner cells. Does not know which hidden cells are the small ones: the caller
     * must mark all alike [1]. Not covered: persons inside a cell who take away themselves, other releases not entered as
     * SHOWN or CONCEALED, what can be read from the method's choice of cells, and zeros that tell ("all are in one category").
     *
     * First bounds by propagation, which find the plain cases fast. Then, for each primary not yet shown to be open, a search of
     * tables in which it is one higher and one lower; each table found serves all primaries that differ in it. Two counts
     * apart or more: open. Search ended with less: narrow, or exact - for certain, and in whole numbers, which linear
     * programming cannot tell. Search given up: linear programming decides, in fractions of persons. The effort is shared among the primaries: tables of
     * some tens of cells are decided to the end, while in tables of thousands of cells over many dimensions most primaries are
     * decided in fractions.
     *
     * [1] Langsrud, Ø. (2024), as in Elimination.
     */
    private static final int EFFORT = 16_000_000;

    /** More primaries than this are left to the solver at once. */
    private static final int MOST_SEARCHED = 150;

    private static final int MOST_EFFORT = 1_000_000;
    private static final int LEAST_EFFORT = 2_000;

    /** Two counts that lie so far apart keep a primary open. */
    static final int APART = 2;

    private final MergedTables tables;
    private final int[] primaries;
    private final List<KnownSum> sums;
    private final Bounds bounds;
    private final SecondTable second;
    private final IntegerList[] primariesWith;
    private final double[] low;
    private final double[] high;
    private final Extremes seen;
    private final Finding[] findings;
    private final int effort;
    private final List<double[]> found;
    private @Nullable LinearAttack linear;

    /** What the attack leaves of a primary. */
    enum Finding {
        OPEN,
        NARROW,
        OPEN_IN_FRACTIONS,
        EXACT
    }

    /**
     * Attacks.
     *
     * @param hidden positions of the hidden cells among the merged ones
     * @param primaries positions of those to attack, all hidden
     * @param found tables found in attacks on the same release before, when no more was hidden; new ones are added
     */
    Attack(MergedTables tables, BitSet hidden, BitSet primaries, List<double[]> found) {
        this.found = found;
        this.tables = tables;
        this.primaries = primaries.stream().toArray();
        this.sums = Knowledge.of(tables, hidden, tables.leastHidden(hidden));
        this.bounds = new Bounds(sums, tables.persons().length);
        this.second = new SecondTable(sums, bounds, tables.persons());
        this.primariesWith = new IntegerList[tables.persons().length];
        Arrays.setAll(primariesWith, row -> new IntegerList());
        this.low = new double[this.primaries.length];
        this.high = new double[this.primaries.length];
        this.findings = new Finding[this.primaries.length];
        this.effort = Math.clamp(EFFORT / Math.max(1, low.length), LEAST_EFFORT, MOST_EFFORT);
        for (int k = 0; k < low.length; k++) {
            low[k] = cell(k).persons();
            high[k] = low[k];
            for (int row : cell(k).rows()) {
                primariesWith[row].add(k);
            }
        }
        this.seen = new Extremes(
                IntStream.range(0, low.length).mapToObj(k -> cell(k).rows()).toList(), tables.persons());
        if (low.length > MOST_SEARCHED) {
            linear().explore(seen, APART);
        }
        Arrays.setAll(findings, low.length > MOST_SEARCHED ? this::bySolver : this::attack);
    }

    /** Positions of the primaries so found among the merged cells. */
    BitSet found(Finding finding) {
        BitSet found = new BitSet();
        IntStream.range(0, findings.length).filter(k -> findings[k] == finding).forEach(k -> found.set(primaries[k]));
        return found;
    }

    /** By how much a primary should be able to be more, to be open by what was looked at. */
    double wish(int primary) {
        int k = Arrays.binarySearch(primaries, primary);
        return Math.max(1, APART - (cell(k).persons() - low[k]));
    }

    List<KnownSum> sums() {
        return sums;
    }

    private MergedCell cell(int k) {
        return tables.cells().get(primaries[k]);
    }

    private Finding attack(int k) {
        int[] rows = cell(k).rows();
        boolean up = Arrays.stream(rows).anyMatch(row -> !bounds.fixed(row));
        boolean down = up;
        boolean givenUp = false;
        while (high[k] - low[k] < APART && (up || down)) {
            if (up) {
                SecondTable.Verdict verdict = search(KnownSum.atLeast(rows, (long) high[k] + 1));
                up = verdict == SecondTable.Verdict.FOUND;
                givenUp |= verdict == SecondTable.Verdict.GIVEN_UP;
            }
            if (down && high[k] - low[k] < APART) {
                SecondTable.Verdict verdict = search(KnownSum.atMost(rows, (long) low[k] - 1));
                down = verdict == SecondTable.Verdict.FOUND;
                givenUp |= verdict == SecondTable.Verdict.GIVEN_UP;
            }
        }
        if (high[k] - low[k] >= APART) {
            return Finding.OPEN;
        }
        if (givenUp) {
            return bySolver(k);
        }
        return high[k] == low[k] ? Finding.EXACT : Finding.NARROW;
    }

    /** What linear programming says of a primary that the search was too short for. */
    private Finding bySolver(int k) {
        LinearAttack linear = linear();
        if (seen.open(k, APART)) {
            return Finding.OPEN_IN_FRACTIONS;
        }
        double most = linear.most(cell(k).rows());
        if (most - cell(k).persons() >= APART || seen.open(k, APART)) {
            return Finding.OPEN_IN_FRACTIONS;
        }
        Reach reach = new Reach(linear.least(cell(k).rows()), most);
        low[k] = reach.least();
        high[k] = reach.most();
        if (reach.exact()) {
            return Finding.EXACT;
        }
        return reach.isOpen(APART) ? Finding.OPEN_IN_FRACTIONS : Finding.NARROW;
    }

    private LinearAttack linear() {
        LinearAttack made = linear;
        if (made == null) {
            made = LinearAttack.of(sums, tables.persons(), Solver.best(), found);
            made.watch(seen);
            linear = made;
        }
        return made;
    }

    @Override
    public void close() {
        if (linear != null) {
            linear.close();
        }
    }

    private SecondTable.Verdict search(KnownSum wish) {
        SecondTable.Verdict verdict = second.search(wish, effort);
        if (verdict == SecondTable.Verdict.FOUND) {
            learn(second.changes());
        }
        return verdict;
    }

    /** A second table widens the interval of every primary that differs in it. */
    private void learn(int[] changes) {
        long[] now = new long[low.length];
        BitSet touched = new BitSet();
        for (int row : changes) {
            int step = second.direction(row);
            primariesWith[row].forEach(k -> {
                now[k] += step;
                touched.set(k);
            });
        }
        touched.stream().forEach(k -> {
            low[k] = Math.min(low[k], (double) (cell(k).persons() + now[k]));
            high[k] = Math.max(high[k], (double) (cell(k).persons() + now[k]));
        });
    }
}
