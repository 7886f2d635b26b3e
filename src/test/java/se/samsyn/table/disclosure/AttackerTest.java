package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The attack by linear programming: the same by both solvers, and never blinder than somebody who tries every table. */
class AttackerTest {

    private static final double NEAR = 1e-5;

    @Test
    void aSumOfTwoHiddenCellsBoundsEachOfThem() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int few = tables.innerCell(2);
        int some = tables.innerCell(7);
        int first = tables.cell(Standing.FREE, 0, few);
        tables.cell(Standing.FREE, 0, some);
        int total = tables.cell(Standing.FREE, 0, few, some);

        try (Attacker attacker = new Attacker(tables.build(), Zeros.KNOWN, cell -> cell != total, 1)) {
            assertThat(attacker.reach(first)).isEqualTo(new Reach(1, 8));
            assertThat(attacker.reach(total)).isEqualTo(new Reach(9, 9));
        }
    }

    @Test
    void withoutATotalNothingHoldsACellFromAbove() {
        LinkedTables.Builder tables = LinkedTables.builder();
        int cell = tables.cell(Standing.FREE, 0, tables.innerCell(2));

        try (Attacker attacker = new Attacker(tables.build(), Zeros.KNOWN, hidden -> true, 1)) {
            assertThat(attacker.reach(cell)).isEqualTo(new Reach(1, Double.POSITIVE_INFINITY));
        }
    }

    @Property(tries = 60)
    void bothSolversTellTheSameAndNoLessThanEveryWholeTable(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int places) {
        RandomTables tables = RandomTables.crossing(seed, new int[] {places, 3}, 4);
        BitSet hidden = new BitSet();
        for (int k = 0; k < tables.cells().size(); k++) {
            hidden.set(k, tables.count(k) > 0 && (tables.count(k) + k + seed) % 3 != 0);
        }
        Oracle oracle = new Oracle(tables, hidden);
        Assume.that(oracle.enumerate(60_000));
        try (Attacker one = new Attacker(tables.linked(), Zeros.KNOWN, hidden::get, 1, Solver.NATIVE);
                Attacker other = new Attacker(tables.linked(), Zeros.KNOWN, hidden::get, 1, Solver.JAVA)) {
            for (int k = 0; k < tables.cells().size(); k++) {
                Reach reach = one.reach(k);
                assertThat(other.reach(k).least()).isCloseTo(reach.least(), within(NEAR));
                assertThat(Math.min(1e9, other.reach(k).most())).isCloseTo(Math.min(1e9, reach.most()), within(NEAR));
                assertThat(reach.least()).isLessThanOrEqualTo(tables.count(k) + NEAR);
                assertThat(reach.most()).isGreaterThanOrEqualTo(tables.count(k) - NEAR);
                assertThat(reach.width()).isGreaterThanOrEqualTo(oracle.width(k) - NEAR);
            }
        }
    }

    /** Rows that are held and let go again leave no trace, and while they are held all is as if they had been known from the start. */
    @Property(tries = 60)
    void rowsThatAreHeldAreKnownUntilTheyAreLetGo(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int places) {
        RandomTables tables = RandomTables.crossing(seed, new int[] {places, 3}, 4);
        BitSet hidden = new BitSet();
        MergedTables merged = MergedTables.of(tables.linked(), new Rule(5));
        for (int k = 0; k < merged.cells().size(); k++) {
            hidden.set(
                    k,
                    merged.cells().get(k).persons() > 0
                            && (merged.cells().get(k).persons() + k + seed) % 3 != 0);
        }
        List<KnownSum> sums = Knowledge.of(merged, hidden, 1);
        long[] truth = merged.persons();
        Assume.that(truth.length > 0);
        int held = (int) Math.floorMod(seed, (long) truth.length);
        List<KnownSum> more = new ArrayList<>(sums);
        more.add(KnownSum.exactly(new int[] {held}, truth[held]));
        for (Solver solver : Solver.values()) {
            try (LinearAttack one = new LinearAttack(sums, truth, solver, new ArrayList<>());
                    LinearAttack known = new LinearAttack(more, truth, solver, new ArrayList<>());
                    LinearAttack fresh = new LinearAttack(sums, truth, solver, new ArrayList<>())) {
                one.hold(new int[] {held});
                same(solver, one, known, merged, hidden);
                one.letGo(new int[] {held});
                same(solver, one, fresh, merged, hidden);
            }
        }
    }

    private static void same(Solver solver, LinearAttack one, LinearAttack other, MergedTables merged, BitSet hidden) {
        hidden.stream().mapToObj(k -> merged.cells().get(k).rows()).forEach(rows -> {
            assertThat(one.least(rows)).as("%s", solver).isCloseTo(other.least(rows), within(NEAR));
            assertThat(Math.min(1e9, one.most(rows)))
                    .as("%s", solver)
                    .isCloseTo(Math.min(1e9, other.most(rows)), within(NEAR));
        });
    }
}
