package se.samsyn.indicator.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import se.samsyn.kernel.Interval;

/**
 * What is needed of a sample to tell its mean with doubt.
 *
 * @param size values, at least 1
 * @param mean in the unit of the values
 * @param deviation standard deviation with n - 1, in the unit of the values; 0 for a single value
 */
public record Sample(long size, double mean, double deviation) {
    /*
     * [1] Student: The probable error of a mean. Biometrika 6 (1908), 1-25.
     * [2] B. L. Welch: The generalization of Student's problem when several different population variances are involved. Biometrika 34 (1947), 28-35.
     */

    /** Checks that there is a sample. */
    public Sample {
        if (size < 1 || !Double.isFinite(mean) || !(deviation >= 0 && Double.isFinite(deviation))) {
            throw new IllegalArgumentException("A sample has at least one value, a mean and a deviation of at least 0");
        }
    }

    /** The sample of at least one value. */
    public static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A sample has at least one value");
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Sample(values.length, mean, values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1)));
    }

    /** The standard error of the mean. */
    public double standardError() {
        return deviation / Math.sqrt((double) size);
    }

    /** The mean with Student's interval [1]; empty for a single value. Values that are all equal have an interval of one point. */
    public Optional<Estimate> estimate(Confidence confidence) {
        return size < 2 ? Optional.empty() : Optional.of(student(mean, standardError(), size - 1.0, confidence));
    }

    /** This mean less that of other persons, with Welch's interval [2]; empty where either has a single value or neither varies. */
    public Optional<Estimate> difference(Sample other, Confidence confidence) {
        double error = Math.hypot(standardError(), other.standardError());
        return size < 2 || other.size < 2 || error == 0
                ? Optional.empty()
                : Optional.of(student(mean - other.mean, error, degrees(other), confidence));
    }

    /** Welch's test of two means being one: t, its degrees and two-sided p [2]; empty as for the difference. */
    public Optional<SignificanceTest> test(Sample other) {
        double error = Math.hypot(standardError(), other.standardError());
        if (size < 2 || other.size < 2 || error == 0) {
            return Optional.empty();
        }
        return Optional.of(test((mean - other.mean) / error, degrees(other)));
    }

    static SignificanceTest test(double t, double degrees) {
        double p = 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(t));
        return new SignificanceTest(t, degrees, p);
    }

    static Estimate student(double value, double error, double degrees, Confidence confidence) {
        double half = error * new TDistribution(degrees).inverseCumulativeProbability(1 - confidence.tail());
        return new Estimate(value, new Interval(value - half, value + half));
    }

    private double degrees(Sample other) {
        double here = standardError() * standardError();
        double there = other.standardError() * other.standardError();
        return (here + there) * (here + there) / (here * here / (size - 1) + there * there / (other.size - 1));
    }
}
