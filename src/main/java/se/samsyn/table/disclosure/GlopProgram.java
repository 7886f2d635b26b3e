package se.samsyn.table.disclosure;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Solved by GLOP of OR-Tools, a simplex method in native code. */
final class GlopProgram implements LinearProgram {

    private static final boolean LOADED = load();

    private final MPSolver solver;
    private final MPVariable[] counts;
    private final MPObjective objective;
    private final MPSolverParameters parameters = new MPSolverParameters();

    private GlopProgram(MPSolver solver, List<KnownSum> sums, int rows) {
        this.solver = solver;
        this.counts = solver.makeNumVarArray(rows, 0, Double.POSITIVE_INFINITY);
        this.objective = solver.objective();
        // A new objective leaves the last table a possible one; what would prepare the program anew would forget it.
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        sums.forEach(this::know);
    }

    private void know(KnownSum sum) {
        double most = sum.most() == KnownSum.UNBOUNDED ? Double.POSITIVE_INFINITY : (double) sum.most();
        if (sum.rows().length == 1) {
            MPVariable count = counts[sum.rows()[0]];
            count.setBounds(Math.max(count.lb(), (double) sum.least()), Math.min(count.ub(), most));
            return;
        }
        MPConstraint constraint = solver.makeConstraint((double) sum.least(), most);
        for (int row : sum.rows()) {
            constraint.setCoefficient(counts[row], 1);
        }
    }

    /** Whether the native solver runs on this machine. */
    static boolean available() {
        return LOADED;
    }

    static GlopProgram of(List<KnownSum> sums, int rows) {
        @Nullable MPSolver solver = MPSolver.createSolver("GLOP");
        if (solver == null) {
            throw new IllegalStateException("GLOP is not in this build of OR-Tools");
        }
        return new GlopProgram(solver, sums, rows);
    }

    @Override
    public double[] greatest(double[] weights) {
        objective.clear();
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] != 0) {
                objective.setCoefficient(counts[row], weights[row]);
            }
        }
        objective.setMaximization();
        MPSolver.ResultStatus status = solver.solve(parameters);
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            throw new IllegalStateException("The attack's linear program ended " + status);
        }
        double[] table = new double[counts.length];
        for (int row = 0; row < table.length; row++) {
            table[row] = counts[row].solutionValue();
        }
        return table;
    }

    @Override
    public void close() {
        solver.delete();
    }

    private static boolean load() {
        try {
            Loader.loadNativeLibraries();
            return true;
        } catch (RuntimeException | LinkageError notHere) {
            return false;
        }
    }
}
