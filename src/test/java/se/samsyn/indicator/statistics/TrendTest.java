package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Confidence.OF_95;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {
    private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    private static final double[] Y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    /** F. J. Anscombe: Graphs in statistical analysis. American Statistician 27 (1973), 17-21: the first of four. */
    @Test
    void anscombesFirstLine() {
        LinearTrend line = LinearTrend.of(X, Y, OF_95);

        assertThat(line.slope()).isCloseTo(0.50009, within(5e-6));
        assertThat(line.at(0)).isCloseTo(3.00009, within(5e-6));
        assertThat(line.test().orElseThrow().statistic()).isCloseTo(4.241, within(5e-4));
        assertThat(line.test().orElseThrow().p()).isCloseTo(0.00217, within(5e-6));
        assertThat(line.interval().orElseThrow().above()).isCloseTo(0.1179 * 2.262157, within(2e-4));
    }

    @Test
    void weightsActAsRepeats() {
        double[] twice = {1, 2, 3, 3, 4};
        double[] values = {2, 5, 4, 4, 9};

        assertThat(LinearTrend.of(
                                new double[] {1, 2, 3, 4}, new double[] {2, 5, 4, 9}, new double[] {1, 1, 2, 1}, OF_95)
                        .slope())
                .isCloseTo(LinearTrend.of(twice, values, OF_95).slope(), within(1e-12));
    }

    @Test
    void shortAndStraightSeries() {
        LinearTrend two = LinearTrend.of(new double[] {2020, 2021}, new double[] {3, 5}, OF_95);
        assertThat(two.slope()).isEqualTo(2);
        assertThat(two.interval()).isEmpty();
        assertThat(two.test()).isEmpty();
        LinearTrend level = LinearTrend.of(new double[] {2020, 2021, 2022}, new double[] {3, 3, 3}, OF_95);
        assertThat(level.slope()).isZero();
        assertThat(level.test()).isEmpty();
        LinearTrend straight = LinearTrend.of(new double[] {1, 2, 3}, new double[] {0.1, 0.2, 0.3}, OF_95);
        assertThat(straight.test()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearTrend.of(new double[] {1, 1}, new double[] {1, 2}, OF_95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearTrend.of(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 0}, OF_95));
    }

    @Test
    void slopesCoverTheTruth() {
        Random chance = new Random(20260110);
        double[] years = {2018, 2019, 2020, 2021, 2022};
        int runs = 10_000;
        int byLine = 0;
        int byFigures = 0;
        for (int run = 0; run < runs; run++) {
            double[] values = new double[years.length];
            List<Estimate> figures = new ArrayList<>();
            for (int i = 0; i < years.length; i++) {
                values[i] = 30 - 0.7 * i + chance.nextGaussian();
                figures.add(Estimate.of(values[i], 1, OF_95));
            }
            byLine += LinearTrend.of(years, values, OF_95)
                            .interval()
                            .orElseThrow()
                            .interval()
                            .contains(-0.7)
                    ? 1
                    : 0;
            byFigures += LinearTrend.ofEstimates(years, figures).interval().contains(-0.7) ? 1 : 0;
        }
        assertThat((double) byLine / runs).isCloseTo(0.95, within(0.008));
        assertThat((double) byFigures / runs).isCloseTo(0.95, within(0.008));
    }

    /** M. G. Kendall: Rank Correlation Methods (1975), appendix table 1: probabilities of a score at least so high, doubled. */
    @ParameterizedTest
    @CsvSource({"4, 6, 0.042", "5, 8, 0.042", "6, 11, 0.028", "8, 16, 0.031", "9, 18, 0.038", "10, 21, 0.036"})
    void exactProbabilitiesOfKendallsTable(int n, int score, double tail) {
        MannKendall trend = MannKendall.of(series(n, score));

        assertThat(trend.score()).isEqualTo(score);
        assertThat(trend.p()).isCloseTo(2 * tail, within(0.001 + 1e-9));
    }

    /** Against all orders of the same figures, also with ties. */
    @Property(tries = 60)
    void exactProbabilityIsTheShareOfOrders(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 4) Integer> figures) {
        MannKendall trend = MannKendall.of(array(figures));
        List<List<Integer>> orders = orders(figures);
        long asFar = orders.stream()
                .filter(order -> Math.abs(MannKendall.of(array(order)).score()) >= Math.abs(trend.score()))
                .count();

        assertThat(trend.p()).isCloseTo((double) asFar / orders.size(), within(1e-12));
        List<Integer> turned = new ArrayList<>(figures);
        Collections.reverse(turned);
        assertThat(MannKendall.of(array(turned)).p()).isCloseTo(trend.p(), within(1e-12));
        assertThat(MannKendall.of(array(turned)).score()).isEqualTo(-trend.score());
    }

    @Test
    void longSeriesOfChanceSeldomSeemToTrend() {
        Random chance = new Random(20260111);
        int runs = 4_000;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            double[] sixty =
                    chance.doubles(60).map(value -> Math.floor(20 * value)).toArray();
            found += MannKendall.of(sixty).p() <= 0.05 ? 1 : 0;
        }
        assertThat((double) found / runs).isCloseTo(0.05, within(0.01));
    }

    @Test
    void seriesWithoutATrend() {
        assertThat(MannKendall.of(5)).isEqualTo(new MannKendall(0, 0, 1));
        assertThat(MannKendall.of(5, 5, 5)).isEqualTo(new MannKendall(0, 0, 1));
        assertThat(MannKendall.of(1, 2).p()).isEqualTo(1);
        assertThat(MannKendall.of(1, 2, 3, 4).tau()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> MannKendall.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(MannKendall::of);
    }

    @Test
    void medianSlopeMindsNoOutlier() {
        assertThat(MannKendall.slope(new double[] {1, 2, 3, 4, 5}, new double[] {1, 3, 5, 7, 90}))
                .isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> MannKendall.slope(new double[] {1}, new double[] {1}));
    }

    /** A rising series whose last figures are moved forward until so many pairs fall. */
    private static double[] series(int n, int score) {
        int falling = (n * (n - 1) / 2 - score) / 2;
        List<Integer> order = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            int back = Math.min(falling, order.size());
            order.add(order.size() - back, i);
            falling -= back;
        }
        return array(order);
    }

    private static List<List<Integer>> orders(List<Integer> figures) {
        if (figures.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            List<Integer> rest = new ArrayList<>(figures);
            Integer first = rest.remove(/* index */ i);
            for (List<Integer> order : orders(rest)) {
                List<Integer> one = new ArrayList<>(order);
                one.addFirst(first);
                all.add(one);
            }
        }
        return all;
    }

    private static double[] array(List<Integer> values) {
        return values.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
