package se.samsyn.table;

/** Every count, for those who may read the cases themselves. */
record OpenCounts(Snapshot snapshot) implements Counts {

    @Override
    public long count(Topic topic, int part, int place, int period, SexGroup group) {
        return snapshot.rows(topic, topic.parts().get(part).classes(), place, period, group)
                .count();
    }
}
