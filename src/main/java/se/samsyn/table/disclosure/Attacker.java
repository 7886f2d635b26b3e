package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Somebody who sees all that is shown of a set of tables, and works out the least and the most that each hidden cell can be. Knows how cells add
 * up and that none is negative; counts in fractions of persons, so somebody who counts in whole ones may come nearer, never less near.
 * To be closed when done with.
 */
public final class Attacker implements AutoCloseable {

    private static final double MOVED = 0.5;
    private static final int WORTH_SHARING = 200;

    private final LinkedTables tables;
    private final MergedTables merged;
    private final int[] mergedOf;
    private final BitSet hidden = new BitSet();
    private final long leastHidden;
    private final Solver solver;
    private final List<KnownSum> marks = new ArrayList<>();
    private final LinearAttack attack;

    /**
     * An attacker.
     *
     * @param zeros {@link Zeros#KNOWN} for one who knows all empty inner cells; else what shown cells tell of them is known
     * @param hides whether a cell is hidden, by its number; cells of the same persons are hidden only if all of
     *     them are, combinations that are not published always
     * @param leastHidden what a hidden cell is known to hold at least: 1 where every zero is shown, else 0
     */
    public Attacker(LinkedTables tables, Zeros zeros, IntPredicate hides, long leastHidden) {
        this(tables, zeros, hides, leastHidden, new Marks(cell -> false, 0), Solver.best());
    }

    /**
     * An attacker who is also told why each cell is hidden, as where small cells and those hidden for others have marks of their own. Nothing here marks
     * them apart; this tells what that would cost.
     *
     * @param small whether a hidden cell is hidden for its own sake, by its number
     * @param least persons that such a cell is known to have fewer than, and all other hidden cells at least
     */
    public static Attacker toldWhy(
            LinkedTables tables, Zeros zeros, IntPredicate hides, IntPredicate small, long least) {
        return new Attacker(tables, zeros, hides, 1, new Marks(small, least), Solver.best());
    }

    /** Why cells are hidden, where that is told; a least count of 0 where it is not. */
    private record Marks(IntPredicate small, long least) {}

    Attacker(LinkedTables tables, Zeros zeros, IntPredicate hides, long leastHidden, Solver solver) {
        this(tables, zeros, hides, leastHidden, new Marks(cell -> false, 0), solver);
    }

    private Attacker(
            LinkedTables tables, Zeros zeros, IntPredicate hides, long leastHidden, Marks told, Solver solver) {
        if (!tables.same().isEmpty()) {
            throw new IllegalArgumentException("The attack needs the tables over one ground of inner cells");
        }
        this.tables = tables;
        this.merged = MergedTables.of(tables, new Rule(1).with(zeros));
        this.mergedOf = new int[tables.size()];
        Arrays.fill(mergedOf, -1);
        for (int k = 0; k < merged.cells().size(); k++) {
            boolean all = true;
            for (int cell : merged.cells().get(k).cells()) {
                mergedOf[cell] = k;
                all &= hides.test(cell);
            }
            hidden.set(k, all || merged.cells().get(k).standing() == Standing.COMBINATION);
        }
        this.leastHidden = leastHidden;
        this.solver = solver;
        if (told.least() > 0) {
            hidden.stream()
                    .filter(k -> merged.cells().get(k).standing() != Standing.COMBINATION)
                    .forEach(k -> marks.add(mark(k, told)));
        }
        this.attack = linear();
    }

    private KnownSum mark(int k, Marks told) {
        boolean small = Arrays.stream(merged.cells().get(k).cells()).anyMatch(told.small());
        return small
                ? new KnownSum(merged.cells().get(k).rows(), 1, told.least() - 1)
                : KnownSum.atLeast(merged.cells().get(k).rows(), told.least());
    }

    /** What is told of a cell; its count, and nothing else, where it is shown or of nobody that could be. */
    public Reach reach(int cell) {
        if (!isHidden(cell)) {
            return new Reach((double) tables.count(cell), (double) tables.count(cell));
        }
        return attack.reach(rows(cell));
    }

    /** Those of some hidden cells that are told exactly; quicker than asking for each. Many are shared between two threads. */
    public BitSet told(BitSet cells) {
        int[] asked = cells.stream().filter(this::isHidden).toArray();
        BitSet told = (BitSet) cells.clone();
        IntStream.of(asked).forEach(told::clear);
        if (asked.length < WORTH_SHARING) {
            told.or(told(attack, asked));
            return told;
        }
        int[] first = Arrays.copyOf(asked, asked.length / 2);
        int[] second = Arrays.copyOfRange(asked, first.length, asked.length);
        try (LinearAttack other = linear()) {
            CompletableFuture<BitSet> rest = CompletableFuture.supplyAsync(() -> told(other, second));
            try {
                told.or(told(attack, first));
            } finally {
                rest.handle((found, fault) -> found).join(); // its solver must not be closed under it
            }
            told.or(rest.join());
        }
        return told;
    }

    private LinearAttack linear() {
        List<KnownSum> known = new ArrayList<>(Knowledge.of(merged, hidden, leastHidden));
        known.addAll(marks);
        return LinearAttack.of(known, merged.persons(), solver, new ArrayList<>());
    }

    private BitSet told(LinearAttack by, int[] asked) {
        Extremes seen = new Extremes(IntStream.of(asked).mapToObj(this::rows).toList(), merged.persons());
        by.watch(seen);
        by.explore(seen, MOVED);
        BitSet told = new BitSet();
        for (int k = 0; k < asked.length; k++) {
            told.set(asked[k], !seen.open(k, MOVED) && isTold(by, asked[k], seen, k));
        }
        return told;
    }

    /** Whether a cell can be no other than it is; the least is not looked for where the most is enough. */
    private boolean isTold(LinearAttack by, int cell, Extremes seen, int k) {
        double most = by.most(rows(cell));
        return most == tables.count(cell) && !seen.open(k, MOVED) && by.least(rows(cell)) == most;
    }

    private boolean isHidden(int cell) {
        return mergedOf[cell] >= 0 && hidden.get(mergedOf[cell]);
    }

    private int[] rows(int cell) {
        return merged.cells().get(mergedOf[cell]).rows();
    }

    @Override
    public void close() {
        attack.close();
    }
}
