package se.samsyn.indicator.statistics;

import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;

/** Shares of persons, 0 to 1: intervals, differences, ratios and tests. */
public final class Shares {
    /*
     * [1] E. B. Wilson: Probable inference, the law of succession, and statistical inference. JASA 22 (1927), 209-212.
     * [2] C. J. Clopper, E. S. Pearson: The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26 (1934), 404-413.
     * [3] R. G. Newcombe: Interval estimation for the difference between independent proportions. Statist. Med. 17 (1998), 873-890: method 10.
     * [4] P. Armitage: Tests for linear trends in proportions and frequencies. Biometrics 11 (1955), 375-386.
     * [5] R. A. Fisher: The logic of inductive inference. J. R. Statist. Soc. 98 (1935), 39-82; two-sided by adding all tables that are not likelier.
     */
    private static final double ACCURACY = 1e-16;
    private static final double SAME = 1 + 1e-7;

    private Shares() {}

    /** The share with Wilson's interval without continuity correction [1]; within 0 to 1 also for none and all. */
    public static Estimate of(Share share, Confidence confidence) {
        return new Estimate(share.value(), wilson((double) share.part(), (double) share.whole(), confidence));
    }

    /**
     * Wilson's interval for a share of weighted or estimated counts [1].
     *
     * @param part at least 0 and at most the whole; need not be a whole number
     * @param whole above 0
     */
    public static Interval wilson(double part, double whole, Confidence confidence) {
        if (!(whole > 0 && part >= 0 && part <= whole) || Double.isInfinite(whole)) {
            throw new IllegalArgumentException("A share needs 0 <= part <= whole and a whole above 0");
        }
        double z = confidence.normal();
        double rest = whole - part;
        double share = part / whole;
        double middle = 2 * part + z * z;
        double half = z * Math.sqrt(z * z + 4 * part * (rest / whole));
        double divisor = 2 * (whole + z * z);
        double low = part == 0 ? 0 : Math.min(share, (middle - half) / divisor);
        double high = rest == 0 ? 1 : Math.max(share, (middle + half) / divisor);
        return new Interval(Math.max(0, low), Math.min(1, high));
    }

    /** The exact interval [2]: never below its level and therefore wider than Wilson's; 0 to something for none, something to 1 for all. */
    public static Interval exact(Share share, Confidence confidence) {
        double part = share.part();
        double rest = share.whole() - part;
        double tail = confidence.tail();
        double low = part == 0 ? 0 : beta(part, rest + 1, tail);
        double high = rest == 0 ? 1 : 1 - beta(rest, part + 1, tail);
        return new Interval(Math.min(low, share.value()), Math.max(high, share.value()));
    }

    private static double beta(double alpha, double beta, double p) {
        return new BetaDistribution(alpha, beta, ACCURACY).inverseCumulativeProbability(p);
    }

    /** The first share less the second, of persons who are not the same, -1 to 1, with Newcombe's interval from Wilson's two [3]. */
    public static Estimate difference(Share first, Share second, Confidence confidence) {
        return Mover.difference(of(first, confidence), of(second, confidence));
    }

    /** The first share divided by the second, with an interval from Wilson's two; empty where the second share is 0. */
    public static Optional<Estimate> ratio(Share first, Share second, Confidence confidence) {
        return Mover.ratio(of(first, confidence), of(second, confidence));
    }

    /** The chi-square test of two shares being one, without continuity correction; empty where nobody or everybody is in the part. */
    public static Optional<SignificanceTest> test(Share first, Share second) {
        return test(List.of(first, second));
    }

    /** The chi-square test of at least two shares being one, without continuity correction; empty where nobody or everybody is in the part. */
    public static Optional<SignificanceTest> test(List<Share> shares) {
        if (shares.size() < 2) {
            throw new IllegalArgumentException("A test of shares needs at least two");
        }
        double[][] table = new double[shares.size()][];
        for (int i = 0; i < table.length; i++) {
            Share share = shares.get(i);
            table[i] = new double[] {share.part(), (double) share.whole() - share.part()};
        }
        return ChiSquare.independence(table);
    }

    /**
     * Fisher's exact test of two shares being one [5], for counts too small for chi-square (an expected count below five).
     *
     * @return the two-sided p, 0 to 1; 1 where nobody or everybody is in the part
     */
    public static double exactTest(Share first, Share second) {
        HypergeometricDistribution tables = new HypergeometricDistribution(
                Math.toIntExact(Math.addExact(first.whole(), second.whole())),
                Math.toIntExact(Math.addExact(first.part(), second.part())),
                Math.toIntExact(first.whole()));
        double seen = tables.probability(Math.toIntExact(first.part())) * SAME;
        double p = 0;
        for (int part = tables.getSupportLowerBound(); part <= tables.getSupportUpperBound(); part++) {
            double probability = tables.probability(part);
            p += probability <= seen ? probability : 0;
        }
        return Math.min(1, p);
    }

    /** The test of a linear trend over groups in order, scored 1, 2, 3 and so on [4]. */
    public static Optional<SignificanceTest> trend(List<Share> shares) {
        double[] scores = new double[shares.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i + 1;
        }
        return trend(shares, scores);
    }

    /**
     * The test of a linear trend of shares over scores, chi-square with one degree of freedom [4].
     *
     * @param scores one a share, such as its year
     * @return empty where nobody or everybody is in the part, or all scores are equal
     */
    public static Optional<SignificanceTest> trend(List<Share> shares, double[] scores) {
        if (shares.size() < 2 || shares.size() != scores.length) {
            throw new IllegalArgumentException("A trend needs at least two shares and one score for each");
        }
        double parts = 0;
        double wholes = 0;
        double scored = 0;
        for (int i = 0; i < scores.length; i++) {
            parts += shares.get(i).part();
            wholes += shares.get(i).whole();
            scored += scores[i] * shares.get(i).whole();
        }
        double all = parts / wholes;
        double middle = scored / wholes;
        double together = 0;
        double spread = 0;
        for (int i = 0; i < scores.length; i++) {
            double whole = shares.get(i).whole();
            double apart = scores[i] - middle;
            together += apart * (shares.get(i).part() - whole * all);
            spread += apart * apart * whole;
        }
        if (parts == 0 || parts == wholes || spread == 0) {
            return Optional.empty();
        }
        return Optional.of(ChiSquare.of(together * together / (spread * all * (1 - all)), 1));
    }
}
