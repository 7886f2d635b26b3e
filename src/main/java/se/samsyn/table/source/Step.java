package se.samsyn.table.source;

import java.util.Set;

/** The steps of a case, in order; who stops between two of them is lost on the way (or still under way). */
public enum Step {
    OPENED,
    DESCRIBED_BEFORE,
    GOT_SUPPORT,
    FOLLOWED_UP,
    CLOSED,
    FOLLOWED_AFTER;

    /**
     * The furthest step of an unbroken chain from the opening: a case that was closed without support stopped before the
     * support, since nobody can say what the support did.
     */
    public static Step furthest(Set<Step> reached) {
        Step furthest = OPENED;
        for (Step step : values()) {
            if (step != OPENED && !reached.contains(step)) {
                return furthest;
            }
            furthest = step;
        }
        return furthest;
    }
}
