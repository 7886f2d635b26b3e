package se.samsyn.table.disclosure;

import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Solved by ojAlgo, in Java alone: some tens of times slower than native code, for machines where that may not run. */
final class JavaProgram implements LinearProgram {

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Variable[] counts;

    private JavaProgram(List<Balance> lines, int columns) {
        this.counts = new Variable[columns];
        for (int column = 0; column < columns; column++) {
            counts[column] = model.newVariable("c" + column).lower(0);
        }
        for (Balance line : lines) {
            Expression known =
                    model.newExpression("l" + model.countExpressions()).lower(line.least());
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
    public void close() {
        model.dispose();
    }
}
