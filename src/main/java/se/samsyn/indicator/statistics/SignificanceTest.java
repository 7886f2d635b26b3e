package se.samsyn.indicator.statistics;

/**
 * The result of a significance test.
 *
 * @param statistic what was computed: chi-square, or t where the test says so
 * @param degrees degrees of freedom, above 0; not always whole
 * @param p the probability, 0 to 1, of a statistic at least this extreme if nothing but chance is at work
 */
public record SignificanceTest(double statistic, double degrees, double p) {}
