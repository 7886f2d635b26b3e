package se.samsyn.table;

import java.util.BitSet;
import java.util.List;

/**
 * One thing that is counted of a topic: the persons in some of its classes.
 *
 * @param classes positions of the classes counted
 * @param outers positions of the topic's outer counts that these persons are among; each must be shown before this can be
 * @param breadth for whom it is given
 * @param importance the greater, the rather it is kept when either of two must go
 */
record Part(String key, BitSet classes, List<Integer> outers, Breadth breadth, int importance) {

    enum Breadth {
        /** All groups by sex, each year and all. */
        FULL,
        /** Both sexes together, each year and all. */
        TOTALS,
        /** Both sexes together, all years together. */
        ALL_TIME;

        boolean covers(SexGroup group, int period) {
            return switch (this) {
                case FULL -> true;
                case TOTALS -> both(group);
                case ALL_TIME -> both(group) && period == Snapshot.ALL_YEARS;
            };
        }

        /** Whether the figures given tell of this group by a difference: all less women and men. */
        boolean tells(SexGroup group, int period) {
            return covers(group, period) || (group == SexGroup.OTHER && covers(SexGroup.ALL, period));
        }

        private static boolean both(SexGroup group) {
            return group == SexGroup.ALL || group == SexGroup.WOMEN_AND_MEN;
        }
    }
}
