package se.samsyn.table.disclosure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Solved by ojAlgo, in Java alone: some tens of times slower than native code, for machines where that may not run. */
final class JavaProgram implements LinearProgram {

    private final List<Balance> lines;
    private final Map<Integer, Double> held = new TreeMap<>();
    private final Variable[] counts;
    private ExpressionsBasedModel model = new ExpressionsBasedModel();

    private JavaProgram(List<Balance> lines, int columns) {
        this.lines = List.copyOf(lines);
        this.counts = new Variable[columns];
        write();
    }

    /** Once solved, a model keeps what it has learnt of its columns; so it is written anew when that no longer holds. */
    private void write() {
        model = new ExpressionsBasedModel();
        for (int column = 0; column < counts.length; column++) {
            counts[column] = model.newVariable("c" + column).lower(0);
        }
        lines.forEach(this::know);
        held.forEach((column, count) -> counts[column].level(count));
    }

    private void know(Balance line) {
        Expression known = model.newExpression("l" + model.countExpressions()).lower(line.least());
        if (line.most() < Double.POSITIVE_INFINITY) {
            known.upper(line.most());
        }
        for (int column : line.plus()) {
            known.set(counts[column], 1);
        }
        for (int column : line.minus()) {
            known.set(counts[column], -1);
        }
    }

    static JavaProgram of(List<Balance> lines, int columns) {
        return new JavaProgram(lines, columns);
    }

    @Override
    public double[] greatest(double[] weights) {
        for (int row = 0; row < weights.length; row++) {
            counts[row].weight(weights[row] == 0 ? null : weights[row]);
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("The attack's linear program ended " + result.getState());
        }
        double[] table = new double[counts.length];
        for (int row = 0; row < table.length; row++) {
            table[row] = result.doubleValue(row);
        }
        return table;
    }

    @Override
    public void hold(int column, double count) {
        held.put(column, count);
        write();
    }

    @Override
    public void letGo(int column) {
        held.remove(column);
        write();
    }

    @Override
    public void close() {
        model.dispose();
    }
}
