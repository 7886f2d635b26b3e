package se.samsyn.indicator.statistics;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The order of places, with the doubt that is in it. */
public final class Ranks {
    /*
     * A place is better than another for certain if the interval of their difference, from the two intervals (see Mover), does not hold 0. Its rank
     * lies between 1 + the number certainly better and n - the number certainly worse [1, 2]. Without allowance for the many comparisons each pair is
     * judged at the level of the intervals, and the rank of a place among many like it is missed more often than the level says; with allowance
     * (Bonferroni over the n - 1 comparisons of a place) each place's ranks hold the true one at least as often as the level says.
     *
     * [1] H. Goldstein, D. J. Spiegelhalter: League tables and their limitations. J. R. Statist. Soc. A 159 (1996), 385-443.
     * [2] M. Mogstad, J. P. Romano, A. M. Shaikh, D. Wilhelm: Inference for ranks. Review of Economic Studies 91 (2024), 476-518.
     */

    /** Which end of the figures has rank 1. */
    public enum Order {
        HIGHEST_FIRST,
        LOWEST_FIRST
    }

    /** What the level of the intervals is to hold for. */
    public enum Certainty {
        /** For each pair of places by itself. */
        OF_EACH_PAIR,
        /** For the ranks of each place against all others. */
        OF_EACH_PLACE
    }

    /**
     * The ranks a place may have, both ends included.
     *
     * @param best 1 + the number of places certainly better: the rank it shares with all it cannot be told from upwards
     * @param worst the number of places less those certainly worse
     */
    public record Rank(int best, int worst) {
        /** Checks the order of the ends. */
        public Rank {
            if (best < 1 || worst < best) {
                throw new IllegalArgumentException("The best rank is at least 1 and not worse than the worst");
            }
        }

        /** Whether the rank is among those the place may have. */
        public boolean contains(int rank) {
            return best <= rank && rank <= worst;
        }
    }

    private Ranks() {}

    /**
     * The ranks of the places, in the order given.
     *
     * @param figures of places that have no persons in common
     * @param confidence the level of the figures' intervals
     * @return one for each figure; empty for none
     */
    public static List<Rank> of(List<Estimate> figures, Order order, Certainty certainty, Confidence confidence) {
        int n = figures.size();
        double wider = certainty == Certainty.OF_EACH_PAIR
                ? 1
                : confidence.among(n - 1).normal() / confidence.normal();
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    Estimate here = figures.get(i);
                    int above = count(figures, there -> over(there, here, wider));
                    int under = count(figures, there -> over(here, there, wider));
                    return order == Order.HIGHEST_FIRST
                            ? new Rank(1 + above, n - under)
                            : new Rank(1 + under, n - above);
                })
                .toList();
    }

    private static int count(List<Estimate> figures, Predicate<Estimate> certain) {
        return Math.toIntExact(figures.stream().filter(certain).count());
    }

    private static boolean over(Estimate a, Estimate b, double wider) {
        return a.value() - b.value() > wider * Math.hypot(a.below(), b.above());
    }
}
