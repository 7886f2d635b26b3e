package se.samsyn.table;

import java.util.BitSet;

/**
 * One thing that is counted of a topic: the persons in some of its classes.
 *
 * @param classes positions of the classes counted
 * @param breadth for whom it is given
 */
record Part(String key, BitSet classes, Breadth breadth) {

    enum Breadth {
        /** All groups by sex, each year and all. */
        FULL,
        /** All sexes together, each year and all. */
        TOTALS,
        /** All sexes together, all years together. */
        ALL_TIME;

        boolean covers(SexGroup group, int period) {
            return switch (this) {
                case FULL -> true;
                case TOTALS -> group == SexGroup.ALL;
                case ALL_TIME -> group == SexGroup.ALL && period == Snapshot.ALL_YEARS;
            };
        }
    }
}
