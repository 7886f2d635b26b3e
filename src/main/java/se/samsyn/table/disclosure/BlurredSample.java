package se.samsyn.table.disclosure;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The mean and the quantiles of some persons' numbers, blurred: as those of a {@link BlurredTable}, where counts hang together in other ways. Holds
 * what may be shown and nothing else.
 */
public final class BlurredSample {

    private final OptionalDouble mean;
    private final OptionalDouble margin;
    private final OptionalDouble median;

    private BlurredSample(OptionalDouble mean, OptionalDouble margin, OptionalDouble median) {
        this.mean = mean;
        this.margin = margin;
        this.median = median;
    }

    /** The mean; empty where too few are counted. */
    public OptionalDouble mean() {
        return mean;
    }

    /** Half the width of a 95 % interval for the mean, the noise counted in; empty where there is no mean. */
    public OptionalDouble margin() {
        return margin;
    }

    /** A number that one of the persons has, near the middle one; empty where too few are counted. */
    public OptionalDouble median() {
        return median;
    }

    /** The widest group, which says where the others' numbers are taken from, and how they spread. */
    public static final class Whole {

        private final Wobble wobble;
        private final double variance;

        /**
         * Of all persons.
         *
         * @param lowest the least a number can be
         * @param values of all, none missing
         * @param keySum the persons' record keys added up
         * @param shown their count, as blurred
         */
        public Whole(NoiseTable noise, double lowest, double highest, double[] values, long keySum, long shown) {
            Wobble wide = Wobble.middle(noise, lowest, highest);
            boolean some = values.length >= 2 && shown >= BlurredTable.MEANS_FROM;
            double sum = Arrays.stream(values).sum();
            double squares = Arrays.stream(values).map(value -> value * value).sum();
            this.wobble = some ? wide.about(wide.mean(values.length, keySum, sum, shown)) : wide;
            this.variance = some ? wide.variance(values.length, keySum, sum, squares, shown) : 0;
        }

        /**
         * Some of them, or all.
         *
         * @param values of the persons
         * @param keySum their record keys added up
         * @param shown their count, as blurred
         */
        public BlurredSample part(double[] values, long keySum, long shown) {
            if (values.length < 2 || shown < BlurredTable.MEANS_FROM) {
                return new BlurredSample(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double sum = Arrays.stream(sorted).sum();
            return new BlurredSample(
                    OptionalDouble.of(wobble.mean(sorted.length, keySum, sum, shown)),
                    OptionalDouble.of(wobble.margin(shown, variance)),
                    OptionalDouble.of(sorted[(int) wobble.rank(0.5, sorted.length, keySum) - 1]));
        }
    }
}
