package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Confidence.OF_95;
import static se.samsyn.indicator.statistics.Confidence.OF_99_8;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;

class SharesTest {
    private static final Offset<Double> FOUR = within(0.00005 + 1e-9);

    /** R. G. Newcombe, Statist. Med. 17 (1998), 857-872, table I: methods 3 and 5. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662, 0.2527, 0.3676",
        "15, 148, 0.0624, 0.1605, 0.0578, 0.1617",
        "0, 20, 0, 0.1611, 0, 0.1684",
        "1, 29, 0.0061, 0.1718, 0.0009, 0.1776"
    })
    void equalsNewcombesTableOfOneShare(
            long part, long whole, double low, double high, double exactLow, double exactHigh) {
        Share share = new Share(part, whole);

        isClose(Shares.of(share, OF_95).interval(), low, high);
        isClose(Shares.exact(share, OF_95), exactLow, exactHigh);
    }

    /** R. G. Newcombe, Statist. Med. 17 (1998), 873-890, table II: method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void equalsNewcombesTableOfDifferences(long a, long m, long b, long n, double low, double high) {
        Estimate difference = Shares.difference(new Share(a, m), new Share(b, n), OF_95);

        assertThat(difference.value()).isCloseTo((double) a / m - (double) b / n, within(1e-12));
        isClose(difference.interval(), low, high);
    }

    /** The lady tasting tea: R. A. Fisher, The Design of Experiments (1935), ch. II, 17 tables of 70 at each end. */
    @Test
    void fishersTestOfTheTeaCups() {
        assertThat(Shares.exactTest(new Share(3, 4), new Share(1, 4))).isCloseTo(34 / 70.0, within(1e-9));
        assertThat(Shares.exactTest(new Share(4, 4), new Share(0, 4))).isCloseTo(2 / 70.0, within(1e-9));
    }

    @Property
    void intervalHoldsTheShareAndNarrowsWithMorePersons(
            @ForAll @IntRange(max = 500) int part, @ForAll @IntRange(min = 1, max = 500) int rest) {
        Share few = new Share(part, part + rest);
        Share many = new Share(part * 4L, (part + rest) * 4L);
        for (Confidence level : List.of(OF_95, OF_99_8)) {
            Interval wide = Shares.of(few, level).interval();
            Interval narrow = Shares.of(many, level).interval();
            assertThat(wide.contains(few.value())).isTrue();
            assertThat(wide.low()).isNotNegative();
            assertThat(wide.high()).isLessThanOrEqualTo(1);
            assertThat(width(narrow)).isLessThan(width(wide));
            assertThat(Shares.exact(few, level).contains(few.value())).isTrue();
            assertThat(width(Shares.exact(many, level))).isLessThan(width(Shares.exact(few, level)));
        }
        assertThat(width(Shares.of(few, OF_99_8).interval()))
                .isGreaterThan(width(Shares.of(few, OF_95).interval()));
    }

    @Property
    void differenceTurnsWithItsOrder(
            @ForAll @IntRange(max = 60) int a,
            @ForAll @IntRange(max = 60) int b,
            @ForAll @IntRange(min = 60, max = 90) int n) {
        Estimate one = Shares.difference(new Share(a, n), new Share(b, 60), OF_95);
        Estimate other = Shares.difference(new Share(b, 60), new Share(a, n), OF_95);

        assertThat(one.interval().low()).isCloseTo(-other.interval().high(), within(1e-12));
        assertThat(one.interval().low()).isGreaterThanOrEqualTo(-1);
        assertThat(one.interval().high()).isLessThanOrEqualTo(1);
    }

    @Test
    void ratioAndDifferenceCoverTheTruth() {
        Random chance = new Random(20260101);
        int runs = 20_000;
        int ratio = 0;
        int difference = 0;
        for (int i = 0; i < runs; i++) {
            Share first = drawn(chance, 0.3, 90);
            Share second = drawn(chance, 0.2, 120);
            ratio += Shares.ratio(first, second, OF_95).orElseThrow().interval().contains(1.5) ? 1 : 0;
            difference += Shares.difference(first, second, OF_95).interval().contains(0.1) ? 1 : 0;
        }
        assertThat((double) ratio / runs).isBetween(0.94, 0.965);
        assertThat((double) difference / runs).isBetween(0.94, 0.965);
    }

    @Test
    void ratioHasNoUpperLimitWhereNobodyIsInTheSecond() {
        assertThat(Shares.ratio(new Share(3, 10), new Share(0, 10), OF_95)).isEmpty();
        Estimate none = Shares.ratio(new Share(0, 50), new Share(10, 50), OF_95).orElseThrow();
        assertThat(none.value()).isZero();
        assertThat(none.interval().low()).isZero();
        assertThat(none.interval().high()).isBetween(0.3, 0.6);
    }

    /** Figures of R 4.2.2's example of prop.test and prop.trend.test (J. L. Fleiss, 1981: smokers among lung patients). */
    @Test
    void testsOfSmokers() {
        List<Share> smokers = List.of(new Share(83, 86), new Share(90, 93), new Share(129, 136), new Share(70, 82));

        assertThat(Shares.test(smokers).orElseThrow().statistic()).isCloseTo(12.6004113, within(5e-8));
        assertThat(Shares.test(smokers).orElseThrow().p()).isCloseTo(0.00558547666, within(5e-12));
        assertThat(Shares.trend(smokers).orElseThrow().statistic()).isCloseTo(8.224922285, within(5e-10));
        assertThat(Shares.trend(smokers).orElseThrow().p()).isCloseTo(0.00413189748, within(5e-12));
    }

    @Test
    void nothingToTestIsEmpty() {
        assertThat(Shares.test(new Share(0, 5), new Share(0, 7))).isEmpty();
        assertThat(Shares.test(new Share(5, 5), new Share(7, 7))).isEmpty();
        assertThat(Shares.trend(List.of(new Share(1, 5), new Share(2, 7)), new double[] {1, 1}))
                .isEmpty();
        assertThat(ChiSquare.fit(new double[] {0, 0}, new double[] {1, 1})).isEmpty();
        assertThat(ChiSquare.independence(new double[][] {{0, 0}, {0, 0}})).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.wilson(3, 2, OF_95));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.wilson(0, 0, OF_95));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.wilson(Double.NaN, 2, OF_95));
        assertThatIllegalArgumentException().isThrownBy(() -> new Confidence(1));
        assertThatIllegalArgumentException().isThrownBy(() -> ChiSquare.independence(new double[][] {{1, 2}, {3}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.test(List.of(new Share(1, 2))));
    }

    @Test
    void oneOfOneHasAnInterval() {
        assertThat(Shares.of(new Share(1, 1), OF_95).interval().high()).isEqualTo(1);
        assertThat(Shares.of(new Share(1, 1), OF_95).interval().low()).isCloseTo(0.2065, FOUR);
        assertThat(Shares.exact(new Share(1, 1), OF_95).low()).isCloseTo(0.025, within(1e-12));
    }

    private static Share drawn(Random chance, double share, int whole) {
        long part = 0;
        for (int i = 0; i < whole; i++) {
            part += chance.nextDouble() < share ? 1 : 0;
        }
        return new Share(part, whole);
    }

    private static void isClose(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, FOUR);
        assertThat(interval.high()).isCloseTo(high, FOUR);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }
}
