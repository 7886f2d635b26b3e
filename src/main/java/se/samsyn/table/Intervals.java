package se.samsyn.table;

import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;

/** Intervals for those who make tables of their own. */
public final class Intervals {

    private Intervals() {}

    /** Wilson's 95 % interval for a share; see {@link Statistics}. */
    public static Interval wilson(Share share) {
        return Statistics.wilson(share);
    }
}
