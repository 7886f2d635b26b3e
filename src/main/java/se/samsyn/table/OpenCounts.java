package se.samsyn.table;

import se.samsyn.kernel.Share;

/** Every figure as it is, for those who may read the cases themselves. */
record OpenCounts(Snapshot snapshot) implements Counts {

    /** Means of fewer persons are not given. */
    private static final int MEANS_FROM = 5;

    /** Medians of fewer persons are not given. */
    private static final int MEDIANS_FROM = 10;

    @Override
    public long count(Group group) {
        return snapshot.rows(group).count();
    }

    @Override
    public long fewestOthers() {
        return 1;
    }

    @Override
    public String protection() {
        return "open";
    }

    @Override
    public Cell share(Share share) {
        return Counts.shown(share.value(), Measure.SHARE, Statistics.wilson(share));
    }

    @Override
    public Cell mean(Group group, Values values) {
        double[] numbers = numbers(group, values);
        return numbers.length < MEANS_FROM
                ? new Cell.NotApplicable()
                : Counts.shown(Statistics.mean(numbers), values.measure(), Statistics.meanInterval(numbers));
    }

    @Override
    public Cell median(Group group, Values values) {
        double[] numbers = numbers(group, values);
        return numbers.length < MEDIANS_FROM
                ? new Cell.NotApplicable()
                : Counts.shown(Statistics.median(numbers), values.measure(), Statistics.medianInterval(numbers));
    }

    private double[] numbers(Group group, Values values) {
        return snapshot.rows(group).mapToDouble(values.of()).toArray();
    }
}
