package se.samsyn.table.disclosure;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Solved by GLOP of OR-Tools, a simplex method in native code. */
final class GlopProgram implements LinearProgram {

    private static final boolean LOADED = load();

    private final MPSolver solver;
    private final MPVariable[] counts;
    private final Map<Integer, double[]> held = new HashMap<>();
    private final MPObjective objective;
    private final MPSolverParameters parameters = new MPSolverParameters();

    private GlopProgram(MPSolver solver, List<Balance> lines, int columns, Simplex simplex) {
        this.solver = solver;
        this.counts = solver.makeNumVarArray(columns, 0, Double.POSITIVE_INFINITY);
        this.objective = solver.objective();
        // A new objective leaves the last table a possible one; what would prepare the program anew would forget it.
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        parameters.setIntegerParam(
                MPSolverParameters.IntegerParam.LP_ALGORITHM,
                switch (simplex) {
                    case PRIMAL -> MPSolverParameters.LpAlgorithmValues.PRIMAL.swigValue();
                    case DUAL -> MPSolverParameters.LpAlgorithmValues.DUAL.swigValue();
                });
        lines.forEach(this::know);
    }

    private void know(Balance line) {
        if (line.ofOne()) {
            MPVariable count = counts[line.plus()[0]];
            count.setBounds(Math.max(count.lb(), line.least()), Math.min(count.ub(), line.most()));
            return;
        }
        MPConstraint constraint = solver.makeConstraint(line.least(), line.most());
        for (int column : line.plus()) {
            constraint.setCoefficient(counts[column], 1);
        }
        for (int column : line.minus()) {
            constraint.setCoefficient(counts[column], -1);
        }
    }

    /** Whether the native solver runs on this machine. */
    static boolean available() {
        return LOADED;
    }

    static GlopProgram of(List<Balance> lines, int columns, Simplex simplex) {
        @Nullable MPSolver solver = MPSolver.createSolver("GLOP");
        if (solver == null) {
            throw new IllegalStateException("GLOP is not in this build of OR-Tools");
        }
        return new GlopProgram(solver, lines, columns, simplex);
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
    public void hold(int column, double count) {
        held.put(column, new double[] {counts[column].lb(), counts[column].ub()});
        counts[column].setBounds(count, count);
    }

    @Override
    public void letGo(int column) {
        double[] before = held.remove(column);
        if (before != null) {
            counts[column].setBounds(before[0], before[1]);
        }
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
