package se.samsyn.kernel;

/** A confidence interval with both ends, in the unit of the figure it belongs to. */
public record Interval(double low, double high) {

    /** Checks the order of the ends. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("The low end of an interval cannot lie above the high end");
        }
    }

    /** Whether the value lies in the interval, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
