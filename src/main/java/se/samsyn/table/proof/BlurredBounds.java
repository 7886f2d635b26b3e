package se.samsyn.table.proof;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import se.samsyn.proof.Verdict;
import se.samsyn.table.disclosure.BlurredTable;
import se.samsyn.table.disclosure.NoiseLaw;

/** Somebody who knows how great the noise can be, and what adds up: whole tables of blurred counts as linear programs, and as shares. */
final class BlurredBounds {

    static final double VARIANCE = NoiseLaw.standard().variance();

    private static final int SIZES = 5;
    private static final int[] BOTH = {0, 1};
    private static final double ALMOST = 1e-6;

    private BlurredBounds() {}

    static double student(long freedom) {
        return new TDistribution(freedom).inverseCumulativeProbability(0.975);
    }

    private static final class Tally {
        private int cells;
        private int exact;
        private int narrow;
        private int wrong;
        private int impossible;
        private long farthest;
    }

    /** The least and the most each inner cell can be, when no cell with its totals is farther off than the bound. */
    static Verdict bounded(int bound, int persons, int tables, long seed) {
        var random = new SplittableRandom(seed);
        var tally = new Tally();
        for (int table = 0; table < tables; table++) {
            attack(BlurredPersons.of(persons, 2, SIZES, random), bound, tally);
        }
        return Verdict.of(
                tally.exact == 0,
                String.format(
                        Locale.ROOT,
                        "%d celler, %d framräknade, %d snävare än +-1, %d felaktiga, %d av %d tabeller motsäger antagandet,"
                                + " största verkliga avvikelse %d",
                        tally.cells,
                        tally.exact,
                        tally.narrow,
                        tally.wrong,
                        tally.impossible,
                        tables,
                        tally.farthest));
    }

    private static void attack(BlurredPersons persons, int bound, Tally tally) {
        var table = persons.table(BOTH);
        for (int a = -1; a < SIZES; a++) {
            for (int b = -1; b < SIZES; b++) {
                tally.farthest = Math.max(tally.farthest, Math.abs(table.count(a, b) - persons.truth(BOTH, a, b)));
            }
        }
        var model = new ExpressionsBasedModel();
        var cells = IntStream.range(0, SIZES * SIZES)
                .mapToObj(cell -> model.newVariable("c" + cell))
                .toArray(Variable[]::new);
        for (int a = -1; a < SIZES; a++) {
            for (int b = -1; b < SIZES; b++) {
                bind(model, cells, a, b, bound, table);
            }
        }
        if (!model.minimise().getState().isFeasible()) {
            tally.impossible++;
            return;
        }
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell].weight(1);
            double least = Math.ceil(model.minimise().getValue() - ALMOST);
            double most = Math.floor(model.maximise().getValue() + ALMOST);
            cells[cell].weight(null);
            long truth = persons.truth(BOTH, cell / SIZES, cell % SIZES);
            boolean right = least <= truth && truth <= most;
            tally.cells++;
            tally.exact += right && least == most ? 1 : 0;
            tally.narrow += right && most - least < 2 ? 1 : 0;
            tally.wrong += right ? 0 : 1;
        }
    }

    private static void bind(
            ExpressionsBasedModel model, Variable[] cells, int a, int b, int bound, BlurredTable table) {
        long shown = table.count(a, b);
        Expression sum = model.newExpression("s" + a + "." + b)
                .lower(Math.max(shown > 0 ? 1 : 0, shown - bound))
                .upper(shown + bound);
        for (int cell = 0; cell < cells.length; cell++) {
            if ((a < 0 || cell / SIZES == a) && (b < 0 || cell % SIZES == b)) {
                sum.set(cells[cell], 1);
            }
        }
    }

    /** Shares as shown, to a tenth of a percent, turned back to counts by the total as shown: right no oftener than the counts shown. */
    static Verdict shares(int trials, long seed) {
        var random = new SplittableRandom(seed);
        int shares = 0;
        int counts = 0;
        int cells = 0;
        for (int trial = 0; trial < trials; trial++) {
            var group = BlurredPersons.of(20 + random.nextInt(200), 1, 4, random);
            var table = group.table(0);
            long whole = table.count(-1);
            for (int category = 0; category < 4; category++) {
                long truth = group.truth(new int[] {0}, category);
                double share = Math.rint(1000.0 * table.count(category) / whole) / 1000;
                cells++;
                shares += Math.round(share * whole) == truth ? 1 : 0;
                counts += table.count(category) == truth ? 1 : 0;
            }
        }
        return Verdict.of(
                shares <= counts, "av " + cells + " celler rätt: andelarna " + shares + ", antalen själva " + counts);
    }
}
