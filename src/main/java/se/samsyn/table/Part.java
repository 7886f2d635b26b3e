package se.samsyn.table;

import java.util.BitSet;

/**
 * One thing that is counted of a topic: the persons in some of its classes.
 *
 * @param classes positions of the classes counted
 * @param outer position of the topic's outer count that these persons are among, which must be shown before this can be
 * @param breadth for whom it is given
 * @param importance the greater, the rather it is kept when either of two must go
 */
record Part(String key, BitSet classes, int outer, Breadth breadth, int importance) {

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

        private static boolean both(SexGroup group) {
            return group == SexGroup.ALL || group == SexGroup.WOMEN_AND_MEN;
        }
    }

    static BitSet classes(int... positions) {
        BitSet set = new BitSet();
        for (int position : positions) {
            set.set(position);
        }
        return set;
    }
}
