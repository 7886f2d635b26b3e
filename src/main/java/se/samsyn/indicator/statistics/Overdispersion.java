package se.samsyn.indicator.statistics;

import java.util.List;

/**
 * How much more places differ than chance alone would have them.
 *
 * @param phi the mean squared number of standard errors from the baseline, after winsorising; about 1 where there is chance alone
 * @param tauSquared the variance between places beyond chance, in the squared unit of the figure; 0 where chance is enough
 */
public record Overdispersion(double phi, double tauSquared) {
    /*
     * The tenth of the places farthest out on each side is drawn in to the quantile there, so that the places one looks for do not hide themselves
     * (winsorising). The variance between places is then found by moments, as in a meta-analysis: tau^2 = (k phi - (k - 1)) / (sum w - sum w^2 / sum w),
     * with w the inverse of the squared standard errors at the baseline; 0 if negative [1]. On the figure's own scale, without transformation.
     *
     * [1] D. J. Spiegelhalter: Handling over-dispersion of performance indicators. Qual. Saf. Health Care 14 (2005), 347-351.
     * [2] R. DerSimonian, N. Laird: Meta-analysis in clinical trials. Controlled Clinical Trials 7 (1986), 177-188.
     */
    private static final double WINSORISED = 0.1;

    /** The overdispersion of at least two places around a funnel's baseline, with a tenth winsorised on each side. */
    public static Overdispersion of(Funnel funnel, List<Funnel.Point> points) {
        return of(funnel, points, WINSORISED);
    }

    /**
     * The same with another share winsorised.
     *
     * @param winsorised on each side, 0 and below a half
     */
    public static Overdispersion of(Funnel funnel, List<Funnel.Point> points, double winsorised) {
        if (points.size() < 2 || !(winsorised >= 0 && winsorised < 0.5)) {
            throw new IllegalArgumentException(
                    "Overdispersion needs two places, and less than half winsorised on each side");
        }
        double[] z = points.stream()
                .mapToDouble(each -> (each.value() - funnel.baseline()) / funnel.standardError(each.denominator()))
                .toArray();
        double low = Quantiles.of(z, winsorised, Quantiles.Type.TYPE_7);
        double high = Quantiles.of(z, 1 - winsorised, Quantiles.Type.TYPE_7);
        double squares = 0;
        double weights = 0;
        double weightSquares = 0;
        for (int i = 0; i < z.length; i++) {
            double drawnIn = Math.clamp(z[i], low, high);
            double error = funnel.standardError(points.get(i).denominator());
            squares += drawnIn * drawnIn;
            weights += 1 / (error * error);
            weightSquares += 1 / (error * error * error * error);
        }
        double tauSquared = (squares - (z.length - 1)) / (weights - weightSquares / weights);
        return new Overdispersion(squares / z.length, Math.max(0, tauSquared));
    }
}
