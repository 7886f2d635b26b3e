package se.samsyn.indicator.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.samsyn.kernel.Interval;

/** How a figure differs between groups of people in order, from the least to the most advantaged, such as by education. */
public final class Inequality {
    /*
     * Each group has the rank of its middle person among all, 0 to 1 (ridit). A line through the groups' figures over their ranks, weighted by their
     * persons, tells the figure of the very first and the very last person: their difference is the slope index, their ratio the relative index
     * [1, 2, 3]. Line and indices are weighted sums of the groups' figures, so their intervals follow from the groups' own (see Mover); the relative
     * index has its interval on the logarithmic scale. On a logarithmic or logistic scale the line's ends are turned back, and the doubt with them by
     * their derivatives.
     *
     * [1] J. P. Mackenbach, A. E. Kunst: Measuring the magnitude of socio-economic inequalities in health. Soc. Sci. Med. 44 (1997), 757-771.
     * [2] Public Health England: Technical Guide, Slope Index of Inequality; the relative index there as here is the line's last through its first figure.
     * [3] World Health Organization: Handbook on health inequality monitoring (2013), ch. 3.
     * [4] N. Kakwani, A. Wagstaff, E. van Doorslaer: Socioeconomic inequalities in health. J. Econometrics 77 (1997), 87-103.
     */

    /**
     * A group.
     *
     * @param population persons, or weight on any scale, above 0
     * @param figure the group's figure with its interval
     */
    public record Group(double population, Estimate figure) {
        /** Checks that there is somebody. */
        public Group {
            Rates.check(population);
        }
    }

    /** The scale on which the line is straight. A figure outside the scale, or with an interval that reaches its end, has no line. */
    public enum Scale {
        /** The figure itself. */
        LINEAR,
        /** Its logarithm, for rates: figures above 0. */
        LOGARITHMIC,
        /** The logarithm of its odds, for shares: figures above 0 and below 1. */
        LOGISTIC;

        private boolean holds(Interval interval) {
            return this == LINEAR || (interval.low() > 0 && (this == LOGARITHMIC || interval.high() < 1));
        }

        private double to(double figure) {
            return switch (this) {
                case LINEAR -> figure;
                case LOGARITHMIC -> Math.log(figure);
                case LOGISTIC -> Math.log(figure / (1 - figure));
            };
        }

        private double from(double scaled) {
            return switch (this) {
                case LINEAR -> scaled;
                case LOGARITHMIC -> Math.exp(scaled);
                case LOGISTIC -> 1 / (1 + Math.exp(-scaled));
            };
        }

        /** The change of the figure for a small change on the scale. */
        private double change(double scaled) {
            return switch (this) {
                case LINEAR -> 1;
                case LOGARITHMIC -> Math.exp(scaled);
                case LOGISTIC -> from(scaled) * (1 - from(scaled));
            };
        }
    }

    private Inequality() {}

    /** The figure of the last group less that of the first; at least two groups. */
    public static Estimate gap(List<Group> groups) {
        check(groups);
        return Mover.difference(groups.getLast().figure(), groups.getFirst().figure());
    }

    /** The figure of the last group through that of the first; empty where an interval reaches 0. */
    public static Optional<Estimate> ratio(List<Group> groups) {
        check(groups);
        return Mover.ratio(groups.getLast().figure(), groups.getFirst().figure());
    }

    /**
     * The slope index: the difference between the most and the least advantaged person by the line, in the unit of the figure, at the level of the
     * groups' intervals. Above 0 where the figure grows with advantage. At least two groups.
     */
    public static Estimate slopeIndex(List<Group> groups) {
        check(groups);
        return Mover.sum(figures(groups), slope(groups));
    }

    /**
     * The slope index with an interval from how the groups lie about the line, for figures whose own doubt is not known.
     *
     * @param populations of the groups in order, above 0
     * @param values their figures
     * @return empty for two groups
     */
    public static Optional<Estimate> slopeIndex(double[] populations, double[] values, Confidence confidence) {
        return LinearTrend.of(ranks(populations), values, populations, confidence)
                .interval();
    }

    /** The slope index by a line on another scale, in the unit of the figure; empty where a figure has no place on the scale. At least two groups. */
    public static Optional<Estimate> slopeIndex(List<Group> groups, Scale scale) {
        return ends(groups, scale)
                .map(ends -> ends.around(
                        scale.from(ends.last()) - scale.from(ends.first()),
                        scale.change(ends.last()),
                        scale.change(ends.first())));
    }

    /**
     * The relative index: the figure of the most advantaged person through that of the least by the line; 1 where there is no gradient. At least two
     * groups.
     *
     * @return empty where the line or its interval reaches 0 at either end
     */
    public static Optional<Estimate> relativeIndex(List<Group> groups) {
        return relativeIndex(groups, Scale.LINEAR);
    }

    /** The relative index by a line on another scale; empty also where a figure has no place on the scale. */
    public static Optional<Estimate> relativeIndex(List<Group> groups, Scale scale) {
        return ends(groups, scale)
                .filter(ends -> scale != Scale.LINEAR || (ends.low(ends.atFirst) > 0 && ends.low(ends.atLast) > 0))
                .map(ends -> {
                    double first = scale.from(ends.first());
                    double last = scale.from(ends.last());
                    Estimate logarithm = ends.around(
                            Math.log(last / first),
                            scale.change(ends.last()) / last,
                            scale.change(ends.first()) / first);
                    Interval interval = logarithm.interval();
                    return new Estimate(
                            Math.exp(logarithm.value()),
                            new Interval(Math.exp(interval.low()), Math.exp(interval.high())));
                });
    }

    /** The groups' figures on a scale, and what each counts in the line at either end. */
    private static final class Ends {
        private final Estimate[] figures;
        private final double[] atFirst;
        private final double[] atLast;

        Ends(Estimate[] figures, double[] atFirst, double[] atLast) {
            this.figures = figures;
            this.atFirst = atFirst;
            this.atLast = atLast;
        }

        double first() {
            return Mover.sum(figures, atFirst).value();
        }

        double last() {
            return Mover.sum(figures, atLast).value();
        }

        double low(double[] end) {
            return Mover.sum(figures, end).interval().low();
        }

        /** A value that grows so much with the last end and falls so much with the first. */
        Estimate around(double value, double withLast, double withFirst) {
            double[] factors = new double[atFirst.length];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = withLast * atLast[i] - withFirst * atFirst[i];
            }
            Estimate doubt = Mover.sum(figures, factors);
            return new Estimate(value, new Interval(value - doubt.below(), value + doubt.above()));
        }
    }

    private static Optional<Ends> ends(List<Group> groups, Scale scale) {
        check(groups);
        if (!groups.stream().allMatch(each -> scale.holds(each.figure().interval()))) {
            return Optional.empty();
        }
        Estimate[] figures = groups.stream()
                .map(Group::figure)
                .map(each -> new Estimate(
                        scale.to(each.value()),
                        new Interval(
                                scale.to(each.interval().low()),
                                scale.to(each.interval().high()))))
                .toArray(Estimate[]::new);
        return Optional.of(new Ends(figures, line(groups, 0), line(groups, 1)));
    }

    /**
     * The concentration index: twice the covariance of figure and rank through the mean [4], -1 to 1 for figures that are not negative; 0 where there is no gradient, above 0
     * where the figure gathers among the advantaged. Empty where the mean is not above 0. At least two groups.
     */
    public static Optional<Estimate> concentrationIndex(List<Group> groups) {
        check(groups);
        double[] populations = populations(groups);
        double[] ranks = ranks(populations);
        double all = Arrays.stream(populations).sum();
        double mean = 0;
        double ranked = 0;
        for (int i = 0; i < ranks.length; i++) {
            double value = groups.get(i).figure().value();
            mean += populations[i] / all * value;
            ranked += populations[i] / all * value * ranks[i];
        }
        if (!(mean > 0)) {
            return Optional.empty();
        }
        double index = 2 * ranked / mean - 1;
        double[] change = new double[ranks.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = populations[i] / all / mean * (2 * ranks[i] - 1 - index);
        }
        Estimate doubt = Mover.sum(figures(groups), change);
        return Optional.of(new Estimate(index, new Interval(index - doubt.below(), index + doubt.above())));
    }

    /** The rank of the middle person of each group among all, above 0 and below 1, rising. */
    public static double[] ranks(double[] populations) {
        double all = Arrays.stream(populations).sum();
        double[] ranks = new double[populations.length];
        double before = 0;
        for (int i = 0; i < ranks.length; i++) {
            Rates.check(populations[i]);
            ranks[i] = (before + populations[i] / 2) / all;
            before += populations[i];
        }
        return ranks;
    }

    /** What each group's figure counts in the slope of the line. */
    private static double[] slope(List<Group> groups) {
        double[] populations = populations(groups);
        double[] ranks = ranks(populations);
        double spread = 0;
        for (int i = 0; i < ranks.length; i++) {
            spread += populations[i] * (ranks[i] - 0.5) * (ranks[i] - 0.5);
        }
        double[] factors = new double[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            factors[i] = populations[i] * (ranks[i] - 0.5) / spread;
        }
        return factors;
    }

    /** What each group's figure counts in the line at a rank; the mean of all lies at rank one half. */
    private static double[] line(List<Group> groups, double rank) {
        double[] populations = populations(groups);
        double all = Arrays.stream(populations).sum();
        double[] factors = slope(groups);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = populations[i] / all + (rank - 0.5) * factors[i];
        }
        return factors;
    }

    private static double[] populations(List<Group> groups) {
        return groups.stream().mapToDouble(Group::population).toArray();
    }

    private static Estimate[] figures(List<Group> groups) {
        return groups.stream().map(Group::figure).toArray(Estimate[]::new);
    }

    private static void check(List<Group> groups) {
        if (groups.size() < 2) {
            throw new IllegalArgumentException("Inequality is between at least two groups");
        }
    }
}
