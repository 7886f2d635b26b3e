package se.samsyn.table.crossing;

import java.util.List;
import se.samsyn.engine.Question;
import se.samsyn.table.source.Stock;

/**
 * A crossing with everything found that it speaks of.
 *
 * @param dimensions rows, columns and layers, in that order
 * @param range the lowest and the highest that the number can be; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Resolved(Crossing crossing, Stock stock, List<Dimension> dimensions, Question question, double[] range) {

    int[] sizes() {
        return dimensions.stream().mapToInt(one -> one.categories().size()).toArray();
    }
}
