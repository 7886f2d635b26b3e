package se.samsyn.table.proof;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import se.samsyn.proof.Verdict;

/**
 * Somebody who has one group split in many ways and takes the average. Two attackers: one sums the parts of each split, and one has a copy
 * of the program and has learned, from groups of their own, what the parts tell of the noise on the whole.
 */
final class BlurredAveraging {

    private static final int LOOKED_AT = 4;
    private static final int[] VALUES = {0, 3, 4, 5};
    private static final int UNSURE = 8;

    private final int persons;
    private final int sizes;
    private final int dimensions;
    private final int splits;
    private final int trials;

    /**
     * An attack.
     *
     * @param dimensions how many variables each split is by
     * @param trials groups attacked; as many are learned from
     */
    BlurredAveraging(int persons, int sizes, int dimensions, int splits, int trials) {
        this.persons = persons;
        this.sizes = sizes;
        this.dimensions = dimensions;
        this.splits = splits;
        this.trials = trials;
    }

    /** What the attacker sees of a group, and what the noise on its whole really is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Seen(double[] signs, long whole, double sum, int noise) {}

    /** Holds if neither attacker is right more often than one look, give or take the margin. */
    Verdict tried(double margin, long seed) {
        var random = new SplittableRandom(seed);
        Seen[] learned = new Seen[trials];
        Arrays.setAll(learned, _ -> seen(persons - UNSURE + random.nextInt(2 * UNSURE + 1), random));
        double[] weights = weights(learned);
        int direct = 0;
        int averaged = 0;
        int learnt = 0;
        for (int trial = 0; trial < trials; trial++) {
            var seen = seen(persons, random);
            direct += seen.noise == 0 ? 1 : 0;
            averaged += Math.round(seen.sum) == persons ? 1 : 0;
            learnt += Math.round(seen.whole - noise(seen, weights)) == persons ? 1 : 0;
        }
        double most = direct + margin * trials;
        return Verdict.of(
                averaged <= most && learnt <= most,
                String.format(
                        Locale.ROOT,
                        "av %d grupper rätt: ett svar %d, medelvärdet %d, inlärt angrepp %d",
                        trials,
                        direct,
                        averaged,
                        learnt));
    }

    private Seen seen(int count, SplittableRandom random) {
        double[] shares = new double[VALUES.length];
        double sum = 0;
        long whole = 0;
        int cells = (int) Math.pow(sizes, dimensions);
        int[] variables = IntStream.range(0, dimensions).toArray();
        var group = BlurredPersons.of(count, dimensions, sizes, random);
        for (int split = 0; split < splits; split++) {
            for (int v : variables) {
                IntStream.range(0, count).forEach(person -> group.put(person, v, random.nextInt(sizes)));
            }
            var table = group.table(variables);
            whole = table.count(variables.length == 0 ? variables : totals());
            for (int cell = 0; cell < cells; cell++) {
                long shown = table.count(at(cell));
                sum += (double) shown / splits;
                for (int v = 0; v < VALUES.length; v++) {
                    shares[v] += shown == VALUES[v] ? 100.0 / splits / cells : 0;
                }
            }
        }
        double[] signs = new double[LOOKED_AT + 2];
        System.arraycopy(shares, 0, signs, 0, LOOKED_AT);
        signs[LOOKED_AT] = sum - whole;
        signs[LOOKED_AT + 1] = whole;
        return new Seen(signs, whole, sum, (int) (whole - count));
    }

    private int[] totals() {
        int[] at = new int[dimensions];
        Arrays.fill(at, -1);
        return at;
    }

    private int[] at(int cell) {
        int[] at = new int[dimensions];
        int rest = cell;
        for (int d = 0; d < dimensions; d++) {
            at[d] = rest % sizes;
            rest /= sizes;
        }
        return at;
    }

    /** Least squares over the signs that are not always the same. */
    private static double[] weights(Seen... learned) {
        int[] telling = IntStream.range(0, LOOKED_AT + 2)
                .filter(sign -> Arrays.stream(learned)
                                .mapToDouble(seen -> seen.signs[sign])
                                .distinct()
                                .count()
                        > learned.length / 10)
                .toArray();
        double[][] signs = Arrays.stream(learned)
                .map(seen -> Arrays.stream(telling)
                        .mapToDouble(sign -> seen.signs[sign])
                        .toArray())
                .toArray(double[][]::new);
        var regression = new OLSMultipleLinearRegression();
        regression.newSampleData(Arrays.stream(learned).mapToDouble(Seen::noise).toArray(), signs);
        double[] found = regression.estimateRegressionParameters();
        double[] weights = new double[LOOKED_AT + 3];
        weights[0] = found[0];
        for (int k = 0; k < telling.length; k++) {
            weights[telling[k] + 1] = found[k + 1];
        }
        return weights;
    }

    private static double noise(Seen seen, double... weights) {
        double noise = weights[0];
        for (int sign = 0; sign < seen.signs.length; sign++) {
            noise += weights[sign + 1] * seen.signs[sign];
        }
        return noise;
    }
}
