package se.samsyn.indicator.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A straight line through figures of years.
 *
 * @param slope change a year, in the unit of the figures
 * @param middleYear the weighted mean of the years
 * @param middle the line's figure at the middle year
 * @param interval the slope with Student's interval; empty for two years, where a line fits whatever they are
 * @param test that the slope is 0: t, n - 2 degrees and p; empty for two years and for figures on one line, which leave nothing to judge chance by
 */
public record LinearTrend(
        double slope, double middleYear, double middle, Optional<Estimate> interval, Optional<SignificanceTest> test) {
    /*
     * [1] N. R. Draper, H. Smith: Applied Regression Analysis, 3rd ed. (1998), ch. 1 and 9: simple and weighted least squares.
     */
    private static final double ROUNDING = 1e-12;

    /**
     * The line of weighted least squares [1]. Weights are relative: what doubt there is about the slope is judged from how the figures lie about the line.
     *
     * @param years at least two that differ, in any order
     * @param values one for each year
     * @param weights one above 0 for each year, such as the denominator
     */
    public static LinearTrend of(double[] years, double[] values, double[] weights, Confidence confidence) {
        check(years, values.length, weights);
        int n = years.length;
        double all = Arrays.stream(weights).sum();
        double middleYear = product(weights, years) / all;
        double middle = product(weights, values) / all;
        double spread = 0;
        double together = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double apart = years[i] - middleYear;
            spread += weights[i] * apart * apart;
            together += weights[i] * apart * (values[i] - middle);
            total += weights[i] * (values[i] - middle) * (values[i] - middle);
        }
        double slope = together / spread;
        double left = 0;
        for (int i = 0; i < n; i++) {
            double miss = values[i] - middle - slope * (years[i] - middleYear);
            left += weights[i] * miss * miss;
        }
        if (n < 3) {
            return new LinearTrend(slope, middleYear, middle, Optional.empty(), Optional.empty());
        }
        double degrees = n - 2.0;
        double error = left <= ROUNDING * ROUNDING * total ? 0 : Math.sqrt(left / degrees / spread);
        return new LinearTrend(
                slope,
                middleYear,
                middle,
                Optional.of(Sample.student(slope, error, degrees, confidence)),
                error == 0 ? Optional.empty() : Optional.of(Sample.test(slope / error, degrees)));
    }

    /** The line of least squares with all years alike. */
    public static LinearTrend of(double[] years, double[] values, Confidence confidence) {
        double[] alike = new double[years.length];
        Arrays.fill(alike, 1);
        return of(years, values, alike, confidence);
    }

    /**
     * The slope, with an interval from the figures' own intervals: for few years whose figures have known doubt. Each year weighs by its precision.
     *
     * @param years at least two that differ
     * @param figures one for each year, of different persons or events, all with an interval of some width
     * @return change a year, at the level of the figures' intervals
     */
    public static Estimate ofEstimates(double[] years, List<Estimate> figures) {
        double[] weights = figures.stream()
                .mapToDouble(each -> 1 / Math.pow(each.below() + each.above(), 2))
                .toArray();
        check(years, figures.size(), weights);
        double middleYear = product(weights, years) / Arrays.stream(weights).sum();
        double spread = 0;
        for (int i = 0; i < years.length; i++) {
            spread += weights[i] * (years[i] - middleYear) * (years[i] - middleYear);
        }
        double[] factors = new double[years.length];
        for (int i = 0; i < years.length; i++) {
            factors[i] = weights[i] * (years[i] - middleYear) / spread;
        }
        return Mover.sum(figures.toArray(Estimate[]::new), factors);
    }

    /** The line's figure at a year. */
    public double at(double year) {
        return middle + slope * (year - middleYear);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void check(double[] years, int values, double[] weights) {
        if (years.length != values
                || years.length != weights.length
                || Arrays.stream(years).distinct().count() < 2
                || Arrays.stream(weights).anyMatch(weight -> !(weight > 0) || Double.isInfinite(weight))) {
            throw new IllegalArgumentException(
                    "A line needs two years that differ, and a figure and a weight above 0 for each");
        }
    }
}
