package se.samsyn.followup;

import java.time.LocalDate;
import se.samsyn.instrument.Phase;

/** The months after the opening that an occasion known by its day counts as, so that the same visit lies in the same wave. */
public final class PlannedMonths {

    private PlannedMonths() {}

    /** Before and closure have no months of their own: 0. */
    public static int of(Phase phase, LocalDate opened, LocalDate date) {
        return has(phase) ? Plan.planned(opened, date) : 0;
    }

    /** Whether occasions of the phase are told apart by months. */
    public static boolean has(Phase phase) {
        return phase == Phase.DURING || phase == Phase.AFTER;
    }
}
