package se.samsyn.table;

import java.util.Optional;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;

/** The figures of a snapshot as somebody may see them. */
interface Counts {

    /** Stands for a count that must not be seen. */
    long SECRET = -1;

    /**
     * Whom figures are of.
     *
     * @param part position of the topic's part
     * @param place position in the snapshot's places
     * @param period position among the snapshot's periods
     */
    record Group(Topic topic, int part, int place, int period, SexGroup sex) {

        Group of(Topic other, int otherPart) {
            return new Group(other, otherPart, place, period, sex);
        }

        Group of(SexGroup other) {
            return new Group(topic, part, place, period, other);
        }

        Group at(int other) {
            return new Group(topic, part, other, period, sex);
        }

        Group in(int other) {
            return new Group(topic, part, place, other, sex);
        }
    }

    /** The persons of a group, or {@link #SECRET}. */
    long count(Group group);

    /** The share that some are of a group of enough persons to speak of shares. */
    Cell share(Share share);

    /** The mean of a group's values; not applicable where they are too few. Asked for only where the group's count may be seen. */
    Cell mean(Group group, Values values);

    /** The median of a group's values; not applicable where they are too few. Asked for only where the group's count may be seen. */
    Cell median(Group group, Values values);

    /** How many of other or unknown sex there are to be for a column of their own. */
    long fewestOthers();

    /** The word for what has been done to protect persons. */
    String protection();

    /** The snapshot that is counted. */
    Snapshot snapshot();

    /** A cell with a figure. */
    static Cell shown(double value, Measure measure, Interval interval) {
        return new Cell.Shown(value, measure, Optional.of(interval));
    }
}
