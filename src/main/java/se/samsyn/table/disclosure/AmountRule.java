package se.samsyn.table.disclosure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * When an amount tells too much of a single holder. A cell without contributions is safe; negative contributions count by
 * their size.
 *
 * @param dominance shares of the amount that so many holders must not reach together; any of them is enough
 * @param percent the second largest holder must not come nearer to the largest than this, in percent of it; 0 for no such rule
 * @param fewest holders a shown amount must have; 1 for no such rule
 */
public record AmountRule(List<Dominance> dominance, double percent, int fewest) {

    /** No rule for amounts. */
    public static final AmountRule NONE = new AmountRule(List.of(), 0, 1);

    /** Copies and checks. */
    public AmountRule {
        dominance = List.copyOf(dominance);
        if (!(percent >= 0 && percent <= 100) || fewest < 1) {
            throw new IllegalArgumentException("A percentage lies from 0 to 100, the fewest holders are at least 1");
        }
    }

    /**
     * So many holders must not stand for so much.
     *
     * @param holders the largest so many, at least 1
     * @param percent of the amount, above 0 and at most 100
     */
    public record Dominance(int holders, double percent) {

        /** Checks the parts. */
        public Dominance {
            if (holders < 1 || !(percent > 0 && percent <= 100)) {
                throw new IllegalArgumentException("Dominance is by at least one holder and by more than 0 percent");
            }
        }
    }

    /** Whether an amount tells too much, by the sums of its holders. */
    boolean unsafe(Collection<Double> sums) {
        double[] largest = sums.stream()
                .map(Math::abs)
                .filter(sum -> sum > 0)
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (largest.length == 0) {
            return false;
        }
        double total = of(largest, largest.length);
        boolean dominated =
                dominance.stream().anyMatch(each -> of(largest, each.holders()) / total >= each.percent() / 100);
        boolean near = percent > 0 && Math.abs(1 - of(largest, 2) / total) < percent / 100 * (largest[0] / total);
        return largest.length < fewest || dominated || near;
    }

    private static double of(double[] largest, int first) {
        double sum = 0;
        for (int k = 0; k < Math.min(first, largest.length); k++) {
            sum += largest[k];
        }
        return sum;
    }
}
