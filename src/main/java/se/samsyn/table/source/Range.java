package se.samsyn.table.source;

/** Within which numbers lie, both ends included. */
public record Range(double lowest, double highest) {

    /** Checks that it is one. */
    public Range {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("A range goes from the lowest to the highest");
        }
    }

    /** A range with round ends that holds numbers with room at both, so that it does not tell which the least and the greatest are. */
    public static Range around(double least, double greatest) {
        double span = greatest - least;
        double step = span > 0 ? Math.pow(10, Math.floor(Math.log10(span))) : 1;
        double lowest = (Math.ceil(least / step) - 1) * step;
        double highest = (Math.floor(greatest / step) + 1) * step;
        return new Range(least >= 0 ? Math.max(0, lowest) : lowest, highest);
    }

    /** What differences of two such numbers lie within. */
    public Range ofDifferences() {
        return new Range(lowest - highest, highest - lowest);
    }
}
