package se.samsyn.table;

/** Counts of a snapshot as somebody may see them. */
interface Counts {

    /** Stands for a count that must not be seen. */
    long SECRET = -1;

    /**
     * The persons of a part at a place, in a period and a group by sex, or {@link #SECRET}.
     *
     * @param place position in the snapshot's places
     * @param period position among the snapshot's periods
     */
    long count(Topic topic, int part, int place, int period, SexGroup group);

    /** The snapshot that is counted. */
    Snapshot snapshot();
}
