package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The probabilities of some noises that tell least: the greatest entropy under mean zero and a greatest variance. */
final class MaximumEntropy {
    /*
     * Least of sum p ln p where A p = b (probabilities sum to one, noises to zero) and G p <= h (variance; rising up to zero where zero is
     * a noise; nothing below LEAST; zero no less than the share that stays). Strictly convex, one solution.
     *
     * 1. A start strictly inside, by a linear program; none: no such law.
     * 2. p = start + N u with N orthonormal and A N = 0 keeps the equalities.
     * 3. Newton in u with a logarithmic barrier on the inequalities, ever steeper: H = M'M with M = [p^-1/2 ; G / (sqrt(t) slack)] N,
     *    solved by M's QR, since M'M itself would be too ill-conditioned to.
     * Boyd, S. and Vandenberghe, L. (2004): Convex Optimization, chapter 11.
     */
    private static final double LEAST = 1e-8;
    private static final double CLOSED = 1e-13;
    private static final double STILL = 1e-20;
    private static final double INSIDE = 0.95;
    private static final int MOST_STEPS = 100;

    private final RealMatrix inequalities;
    private final RealVector limits;
    private final RealMatrix free;
    private RealVector p;

    private MaximumEntropy(RealMatrix equalities, RealMatrix inequalities, RealVector limits, RealVector start) {
        this.inequalities = inequalities;
        this.limits = limits;
        this.p = start;
        int n = start.getDimension();
        RealMatrix right = new SingularValueDecomposition(equalities.transpose().multiply(equalities)).getV();
        this.free = right.getSubMatrix(0, n - 1, equalities.getRowDimension(), n - 1);
    }

    /**
     * The law of noises, or empty where there is none.
     *
     * @param noises rising, at least three
     * @param stay the least probability of zero, if zero is among them
     * @return a probability for each
     */
    static Optional<double[]> law(int[] noises, double variance, double stay) {
        RealMatrix equalities = new Array2DRowRealMatrix(2, noises.length);
        for (int k = 0; k < noises.length; k++) {
            equalities.setEntry(0, k, 1);
            equalities.setEntry(1, k, noises[k]);
        }
        List<double[]> rows = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        gather(noises, variance, stay, rows, limits);
        RealMatrix inequalities = new Array2DRowRealMatrix(rows.toArray(double[][]::new));
        RealVector limit = new ArrayRealVector(
                limits.stream().mapToDouble(Double::doubleValue).toArray());
        return inside(equalities, inequalities, limit)
                .map(start -> new MaximumEntropy(equalities, inequalities, limit, start).solve());
    }

    private static void gather(int[] noises, double variance, double stay, List<double[]> rows, List<Double> limits) {
        double[] squares = new double[noises.length];
        int zero = 0;
        for (int k = 0; k < noises.length; k++) {
            squares[k] = (double) noises[k] * noises[k];
            zero = noises[k] == 0 ? k : zero;
        }
        rows.add(squares);
        limits.add(variance);
        for (int k = 0; k < zero; k++) {
            double[] rising = new double[noises.length];
            rising[k] = 1;
            rising[k + 1] = -1;
            rows.add(rising);
            limits.add(0.0);
        }
        for (int k = 0; k < noises.length; k++) {
            double[] bound = new double[noises.length];
            bound[k] = -1;
            rows.add(bound);
            limits.add(noises[k] == 0 ? -Math.max(stay, LEAST) : -LEAST);
        }
    }

    /** The point that keeps the greatest distance to every inequality. */
    private static Optional<RealVector> inside(RealMatrix equalities, RealMatrix inequalities, RealVector limits) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        int n = equalities.getColumnDimension();
        Variable[] p = new Variable[n];
        for (int k = 0; k < n; k++) {
            p[k] = model.newVariable("p" + k).lower(0).upper(1);
        }
        Variable distance = model.newVariable("distance").lower(0).upper(1).weight(1);
        for (int row = 0; row < equalities.getRowDimension(); row++) {
            row(model, p, equalities.getRow(row), "e" + row).level(row == 0 ? 1 : 0);
        }
        for (int row = 0; row < inequalities.getRowDimension(); row++) {
            row(model, p, inequalities.getRow(row), "i" + row).set(distance, 1).upper(limits.getEntry(row));
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible() || result.doubleValue(n) < STILL) {
            return Optional.empty();
        }
        RealVector start = new ArrayRealVector(n);
        for (int k = 0; k < n; k++) {
            start.setEntry(k, result.doubleValue(k));
        }
        return Optional.of(start);
    }

    private static Expression row(ExpressionsBasedModel model, Variable[] p, double[] factors, String name) {
        Expression expression = model.newExpression(name);
        for (int k = 0; k < p.length; k++) {
            expression.set(p[k], factors[k]);
        }
        return expression;
    }

    private double[] solve() {
        for (double steep = 10; limits.getDimension() / steep > CLOSED; steep *= 10) {
            double moved = 1;
            for (int step = 0; step < MOST_STEPS && moved > STILL; step++) {
                moved = step(steep);
            }
        }
        return p.toArray();
    }

    private RealVector slack() {
        return limits.subtract(inequalities.operate(p));
    }

    /** Takes a step and tells how much there was to gain. */
    private double step(double steep) {
        RealVector slack = slack();
        RealVector push = slack.map(each -> 1 / (steep * each));
        RealVector slope = free.preMultiply(p.map(Math::log).mapAdd(1).add(inequalities.preMultiply(push)));
        RealMatrix root = new QRDecomposition(root(slack, steep)).getR();
        int n = free.getColumnDimension();
        RealMatrix upper = root.getSubMatrix(0, n - 1, 0, n - 1);
        RealVector change = slope.mapMultiply(-1);
        MatrixUtils.solveLowerTriangularSystem(upper.transpose(), change);
        MatrixUtils.solveUpperTriangularSystem(upper, change);
        double gain = -slope.dotProduct(change);
        RealVector along = free.operate(change);
        double length = Math.min(
                within(p, along), within(slack, inequalities.operate(along).mapMultiply(-1)));
        if (gain > LEAST) {
            length = shortened(along, length, gain, steep);
        }
        p = p.add(along.mapMultiply(length));
        return gain;
    }

    private RealMatrix root(RealVector slack, double steep) {
        int n = p.getDimension();
        RealMatrix rows = new Array2DRowRealMatrix(n + inequalities.getRowDimension(), n);
        for (int k = 0; k < n; k++) {
            rows.setEntry(k, k, 1 / Math.sqrt(p.getEntry(k)));
        }
        for (int row = 0; row < slack.getDimension(); row++) {
            rows.setRowVector(
                    n + row, inequalities.getRowVector(row).mapDivide(Math.sqrt(steep) * slack.getEntry(row)));
        }
        return rows.multiply(free);
    }

    private double shortened(RealVector along, double longest, double gain, double steep) {
        double before = worth(p, steep);
        double length = longest;
        while (length > CLOSED && worth(p.add(along.mapMultiply(length)), steep) > before - 0.1 * length * gain) {
            length /= 2;
        }
        return length;
    }

    private double worth(RealVector at, double steep) {
        double worth = 0;
        for (double each : at.toArray()) {
            worth += each * Math.log(each);
        }
        for (double each : limits.subtract(inequalities.operate(at)).toArray()) {
            worth -= Math.log(each) / steep;
        }
        return worth;
    }

    /** How far along a change a vector stays positive: at most all of it. */
    private static double within(RealVector at, RealVector change) {
        double length = 1;
        for (int k = 0; k < at.getDimension(); k++) {
            if (change.getEntry(k) < 0) {
                length = Math.min(length, -INSIDE * at.getEntry(k) / change.getEntry(k));
            }
        }
        return length;
    }
}
