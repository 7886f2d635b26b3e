package se.samsyn.indicator.statistics;

import java.util.List;

/** The denominators at which the limits of a funnel are drawn: a hundred, close where the limits bend and apart where they are flat. */
public final class FunnelAxis {
    /*
     * The axis ends at the largest denominator and a twentieth, rounded up to two figures. It begins at 1 if the largest denominator is more than
     * twice the least, else at the least less a twentieth, rounded down to one figure. Each step is the same share of what remains, rounded, and
     * at least one person [1].
     *
     * [1] Public Health England: Technical Guide, Funnel Plots (2017), and its tool for proportions.
     */
    private static final int POINTS = 100;
    private static final double ROOM = 0.05;

    private FunnelAxis() {}

    /** A hundred rising whole denominators of at least 1 that hold those of all points; at least one point. */
    public static double[] of(List<Funnel.Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("An axis needs at least one point");
        }
        double least =
                points.stream().mapToDouble(Funnel.Point::denominator).min().orElseThrow();
        double most =
                points.stream().mapToDouble(Funnel.Point::denominator).max().orElseThrow();
        return between(most > 2 * least ? 1 : roundedDown(least * (1 - ROOM)), roundedUp(most * (1 + ROOM)));
    }

    private static double[] between(double start, double end) {
        double[] axis = new double[POINTS];
        axis[0] = Math.max(1, start);
        for (int i = 1; i < POINTS; i++) {
            double before = axis[i - 1];
            double step = Math.pow(end / before, 1.0 / (POINTS - i));
            axis[i] = Math.max(Math.rint(before * step), before + 1);
        }
        return axis;
    }

    private static double roundedDown(double value) {
        double unit = unit(Math.floor(value), 1);
        return Math.floor(value / unit) * unit;
    }

    private static double roundedUp(double value) {
        double unit = unit(Math.ceil(value), 2);
        return Math.ceil(value / unit) * unit;
    }

    /** The unit of the last of so many figures of a whole number. */
    private static double unit(double whole, int figures) {
        int length = Long.toString((long) whole).length();
        return Math.pow(10, length - figures);
    }
}
