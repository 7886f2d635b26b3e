package se.samsyn.table;

import se.samsyn.kernel.Share;
import se.samsyn.table.disclosure.NoiseLaw;

/** Shares of blurred counts. That all or none of few persons share something is not said: it would tell of each of them. */
public final class Shares {

    private static final int ALL_OR_NONE_FROM = 50;

    private Shares() {}

    /** The variance of the noise on every count that leaves as an approximate one. */
    public static double noise() {
        return NoiseLaw.standard().variance();
    }

    /** Half the width of a 95 % interval for a count that bears noise of that variance. */
    public static double margin(double noise) {
        return Statistics.margin(noise);
    }

    /**
     * A share with its 95 % interval, the noise counted in.
     *
     * @param noise the variance of the noise on a count
     */
    public static Cell cell(Share share, double noise) {
        return cell(share, noise, noise);
    }

    /**
     * The same where the counts are sums of unequally many.
     *
     * @param ofPart the variance of the noise on the part
     * @param ofWhole that on the whole
     */
    public static Cell cell(Share share, double ofPart, double ofWhole) {
        boolean allOrNone = share.part() == 0 || share.part() == share.whole();
        return allOrNone && share.whole() < ALL_OR_NONE_FROM
                ? new Cell.NotApplicable()
                : Counts.shown(share.value(), Measure.SHARE, Statistics.wilson(share, ofPart, ofWhole));
    }
}
