package se.samsyn.table.crossing;

import java.util.Optional;
import se.samsyn.kernel.Share;
import se.samsyn.table.Cell;
import se.samsyn.table.Intervals;
import se.samsyn.table.Measure;

/** Shares of blurred counts. That all or none of few persons share something is not said: it would tell of each of them. */
final class Shares {

    private static final int ALL_OR_NONE_FROM = 50;

    private Shares() {}

    static Cell cell(long part, long whole) {
        if ((part == 0 || part == whole) && whole < ALL_OR_NONE_FROM) {
            return new Cell.NotApplicable();
        }
        Share share = new Share(part, whole);
        return new Cell.Shown(share.value(), Measure.SHARE, Optional.of(Intervals.wilson(share)));
    }
}
