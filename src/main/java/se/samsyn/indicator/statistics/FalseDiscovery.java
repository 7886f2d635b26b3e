package se.samsyn.indicator.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once: how many of the deviations found are to be expected by chance. */
public final class FalseDiscovery {
    /*
     * With p in rising order, the rate at the i:th of m is the least of m p_j / j for j from i on; to take all with a rate up to q keeps the expected share
     * of false ones among those taken at q or below, for tests that are independent or go together [1, 2].
     *
     * [1] Y. Benjamini, Y. Hochberg: Controlling the false discovery rate. J. R. Statist. Soc. B 57 (1995), 289-300.
     * [2] Y. Benjamini, D. Yekutieli: The control of the false discovery rate in multiple testing under dependency. Ann. Statist. 29 (2001), 1165-1188.
     */
    private FalseDiscovery() {}

    /**
     * The false-discovery rate of each test: the expected share of false ones if it and all with a smaller p are taken for true [1].
     *
     * @param p 0 to 1 each, in any order
     * @return in the same order, none below its p; empty for none
     */
    public static double[] rates(double... p) {
        if (Arrays.stream(p).anyMatch(each -> !(each >= 0 && each <= 1))) {
            throw new IllegalArgumentException("A probability lies between 0 and 1");
        }
        int m = p.length;
        int[] falling = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] rates = new double[m];
        double least = 1;
        for (int i = 0; i < m; i++) {
            least = Math.min(least, p[falling[i]] * ((double) m / (m - i)));
            rates[falling[i]] = least;
        }
        return rates;
    }
}
