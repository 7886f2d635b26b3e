package se.samsyn.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How much the items of a scale vary together, at most 1. */
final class CronbachAlpha {

    /*
     * alpha = k / (k - 1) * (1 - sum of the items' variances / variance of the persons' sums)
     * with k items and variances over n - 1. It can be negative when items pull apart: often an item that should have been
     * reversed. One pass per column; n persons x k items.
     *
     * [1] Cronbach L J. Coefficient alpha and the internal structure of tests. Psychometrika 1951;16:297-334.
     * [2] Bland J M, Altman D G. Cronbach's alpha. BMJ 1997;314:572.
     */

    private CronbachAlpha() {}

    /** Alpha over persons with one value per item each; empty where it does not exist. */
    static OptionalDouble of(List<double[]> persons) {
        if (persons.size() < 2 || persons.getFirst().length < 2) {
            return OptionalDouble.empty();
        }
        int items = persons.getFirst().length;
        double ofItems = IntStream.range(0, items)
                .mapToDouble(item ->
                        variance(persons.stream().mapToDouble(row -> row[item]).toArray()))
                .sum();
        double ofSums = variance(
                persons.stream().mapToDouble(row -> Arrays.stream(row).sum()).toArray());
        return ofSums > 0 ? OptionalDouble.of(of(items, ofItems, ofSums)) : OptionalDouble.empty();
    }

    /** Alpha from the variances. */
    static double of(int items, double varianceOfItems, double varianceOfSums) {
        return items / (items - 1.0) * (1 - varianceOfItems / varianceOfSums);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return squares / (values.length - 1);
    }
}
