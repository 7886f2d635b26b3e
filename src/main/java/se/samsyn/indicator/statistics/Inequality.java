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
     * index has its interval on the logarithmic scale.
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

    /**
     * The relative index: the figure of the most advantaged person through that of the least by the line; 1 where there is no gradient. At least two
     * groups.
     *
     * @return empty where the line or its interval reaches 0 at either end
     */
    public static Optional<Estimate> relativeIndex(List<Group> groups) {
        check(groups);
        Estimate[] figures = figures(groups);
        double[] first = line(groups, 0);
        double[] last = line(groups, 1);
        Estimate low = Mover.sum(figures, first);
        Estimate high = Mover.sum(figures, last);
        if (low.interval().low() <= 0 || high.interval().low() <= 0) {
            return Optional.empty();
        }
        double[] relative = new double[first.length];
        for (int i = 0; i < relative.length; i++) {
            relative[i] = last[i] / high.value() - first[i] / low.value();
        }
        Estimate doubt = Mover.sum(figures, relative);
        double index = high.value() / low.value();
        return Optional.of(
                new Estimate(index, new Interval(index * Math.exp(-doubt.below()), index * Math.exp(doubt.above()))));
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
