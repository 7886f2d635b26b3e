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

    private JavaProgram(List<KnownSum> sums, int rows) {
        this.counts = new Variable[rows];
        for (int row = 0; row < rows; row++) {
            counts[row] = model.newVariable("r" + row).lower(0);
        }
        for (KnownSum sum : sums) {
            Expression known =
                    model.newExpression("s" + model.countExpressions()).lower(sum.least());
            if (sum.most() != KnownSum.UNBOUNDED) {
                known.upper(sum.most());
            }
            for (int row : sum.rows()) {
                known.set(counts[row], 1);
            }
        }
    }

    static JavaProgram of(List<KnownSum> sums, int rows) {
        return new JavaProgram(sums, rows);
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
