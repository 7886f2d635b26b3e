package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Confidence.OF_95;
import static se.samsyn.indicator.statistics.Confidence.OF_99_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.indicator.statistics.Funnel.Point;
import se.samsyn.indicator.statistics.Funnel.Position;
import se.samsyn.kernel.Interval;

class FunnelTest {

    /** PHEindicatormethods, test results for funnels of proportions, per cent: 80.642448 on average. */
    @ParameterizedTest
    @CsvSource({
        "1, 3.204264, 100, 0, 100",
        "20, 63.326743, 97.958152, 53.341156, 100",
        "50, 69.691035, 91.593861, 63.375595, 97.909301",
        "110000, 80.408963, 80.875933, 80.274317, 81.010578"
    })
    void limitsOfShares(double persons, double low, double high, double lowest, double highest) {
        Funnel funnel = Funnel.ofShares(0.80642448);

        isClose(funnel.limits(persons, OF_95), low, high, 1e-6);
        isClose(funnel.limits(persons, OF_99_8), lowest, highest, 1e-6);
    }

    /** PHEindicatormethods, test results for funnels of ratios: the events expected at the limits, and the ratio there in per cent. */
    @ParameterizedTest
    @CsvSource({
        "1, 5.571644585, 17.94802207, 0.025317898, 3949.774946, 9.233410143, 10.83023482",
        "10, 18.39035799, 54.3763205, 4.795387629, 208.5337156, 24.13397235, 41.43536693",
        "100, 121.6268111, 82.21871402, 81.36400699, 122.9044681, 134.9243187, 74.11562345",
        "716, 770.4222128, 92.93605352, 664.5083011, 107.7488421, 802.60414, 89.20960712"
    })
    void limitsOfRatios(
            double events, double most, double low, double fewest, double high, double mostOfAll, double lowest) {
        Funnel funnel = Funnel.ofRatios();

        assertThat(funnel.denominators(events, OF_95).high()).isCloseTo(most, within(most * 1e-6));
        assertThat(funnel.denominators(events, OF_95).low()).isCloseTo(fewest, within(4e-6 * fewest));
        assertThat(funnel.limits(most, OF_95).low() * 100).isCloseTo(low, within(low * 1e-5));
        assertThat(funnel.limits(fewest, OF_95).high() * 100).isCloseTo(high, within(high * 1e-5));
        assertThat(funnel.limits(mostOfAll, OF_99_8).low() * 100).isCloseTo(lowest, within(lowest * 1e-5));
    }

    /** PHEindicatormethods, test results for funnels of rates over three years: 116.1720835 per 100 000, 10 and 1 360 events. */
    @Test
    void limitsOfRates() {
        Funnel funnel = Funnel.ofRates(116.1720835e-5);

        assertThat(funnel.limits(3 * 5276.757672, OF_95).low() * 1e5).isCloseTo(63.17010446, within(1e-4));
        assertThat(funnel.limits(3 * 1375.943768, OF_95).high() * 1e5).isCloseTo(242.2579623, within(1e-4));
        assertThat(funnel.limits(3 * 358342.3275, OF_99_8).high() * 1e5).isCloseTo(126.5084525, within(1e-4));
    }

    @Property
    void limitsHoldTheBaselineAndNarrow(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double baseline,
            @ForAll @IntRange(min = 1, max = 200_000) int persons) {
        for (Funnel funnel : List.of(Funnel.ofShares(baseline), Funnel.ofRates(baseline))) {
            Interval inner = funnel.limits(persons, OF_95);
            Interval outer = funnel.limits(persons, OF_99_8);
            Interval narrow = funnel.limits(persons * 2.0, OF_95);
            assertThat(inner.contains(baseline)).isTrue();
            assertThat(outer.low()).isLessThanOrEqualTo(inner.low());
            assertThat(outer.high()).isGreaterThanOrEqualTo(inner.high());
            assertThat(narrow.high() - narrow.low()).isLessThanOrEqualTo(inner.high() - inner.low() + 1e-12);
            assertThat(funnel.position(new Point(baseline * persons, persons))).isEqualTo(Position.INSIDE);
        }
    }

    @Test
    void limitsOfEventsTurnTheExactInterval() {
        Funnel funnel = Funnel.ofRates(0.01);
        for (double events : new double[] {0.5, 3, 12, 80, 900}) {
            Interval denominators = funnel.denominators(events, OF_95);
            assertThat(funnel.limits(denominators.low(), OF_95).high() * denominators.low())
                    .isCloseTo(events, within(1e-7 * events));
            assertThat(funnel.limits(denominators.high(), OF_95).low() * denominators.high())
                    .isCloseTo(events, within(1e-7 * events));
        }
    }

    @Test
    void exactLimitsGoOverIntoByars() {
        Interval exact = Funnel.ofRatios().limits(99_999, OF_99_8);
        Interval byar = Funnel.ofRatios().limits(100_001, OF_99_8);

        assertThat(byar.low()).isCloseTo(exact.low(), within(1e-6));
        assertThat(byar.high()).isCloseTo(exact.high(), within(1e-6));
    }

    @Test
    void flagsTheStatedShareOfChance() {
        Random chance = new Random(20260105);
        RandomDataGenerator events = new RandomDataGenerator(20260106);
        int places = 40_000;
        List<Position> shares = new ArrayList<>();
        List<Position> ratios = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            int persons = 500 + chance.nextInt(1500);
            int part = events.nextDeviate(new BinomialDistribution(persons, 0.3));
            shares.add(Funnel.ofShares(0.3).position(new Point(part, persons)));
            double expected = 400 + chance.nextInt(2000);
            ratios.add(Funnel.ofRatios().position(new Point(events.nextPoisson(expected), expected)));
        }
        for (List<Position> positions : List.of(shares, ratios)) {
            double inside = Collections.frequency(positions, Position.INSIDE);
            double far = Collections.frequency(positions, Position.FAR_BELOW)
                    + Collections.frequency(positions, Position.FAR_ABOVE);
            assertThat(1 - inside / places).isBetween(0.043, 0.0535);
            assertThat(far / places).isBetween(0.0012, 0.0027);
        }
    }

    @Test
    void widenedFunnelAllowsForOrdinaryDifferences() {
        Random chance = new Random(20260107);
        double tau = 0.04;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int persons = 300 + chance.nextInt(1200);
            double value = 0.4 + chance.nextGaussian() * Math.hypot(tau, Math.sqrt(0.24 / persons));
            points.add(new Point(value * persons, persons));
        }
        Funnel plain = Funnel.ofShares(0.4);
        Overdispersion all = Overdispersion.of(plain, points, 0);
        assertThat(Math.sqrt(all.tauSquared())).isCloseTo(tau, within(0.002));
        assertThat(outside(plain, points)).isGreaterThan(0.3);
        assertThat(outside(plain.widened(all), points)).isCloseTo(0.05, within(0.015));
        Overdispersion winsorised = Overdispersion.of(plain, points);
        assertThat(winsorised.tauSquared()).isPositive().isLessThan(all.tauSquared());
        assertThat(winsorised.phi()).isGreaterThan(2);
    }

    /** By hand: standard errors 0.1, 0.1 and 0.2 around 1, z of 2, -2 and 1, so tau^2 = (9 - 2) / (225 - 20 625 / 225). */
    @Test
    void overdispersionOfThreePlaces() {
        List<Point> points = List.of(new Point(120, 100), new Point(80, 100), new Point(30, 25));

        Overdispersion overdispersion = Overdispersion.of(Funnel.ofRatios(), points, 0);

        assertThat(overdispersion.phi()).isCloseTo(3, within(1e-12));
        assertThat(overdispersion.tauSquared()).isCloseTo(7 / (225 - 20_625 / 225.0), within(1e-12));
        assertThat(Overdispersion.of(Funnel.ofRatios(), List.of(new Point(100, 100), new Point(25, 25))))
                .isEqualTo(new Overdispersion(0, 0));
    }

    /** The population of PHEindicatormethods' funnels: from 1 to 110 000 and from 10 000 to 33 000. */
    @Test
    void axisIsRoundAtItsEnds() {
        double[] wide = FunnelAxis.of(List.of(new Point(1, 20_000), new Point(1, 100_200)));
        assertThat(wide).hasSize(100).startsWith(1, 2, 3).endsWith(110_000);
        double[] near = FunnelAxis.of(List.of(new Point(1, 20_100), new Point(1, 30_900)));
        assertThat(near).hasSize(100).startsWith(10_000, 10_121, 10_244).endsWith(32_604, 33_000);
        double[] small = FunnelAxis.of(List.of(new Point(1, 7)));
        assertThat(small).hasSize(100).isSorted().startsWith(6);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofShares(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.ofRates(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.baseline(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.ofShares(0.5).position(new Point(3, 2)));
        assertThatIllegalStateException().isThrownBy(() -> Funnel.ofShares(0.5).denominators(1, OF_95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overdispersion.of(Funnel.ofRatios(), List.of(new Point(1, 1))));
        assertThat(Funnel.ofRatios().limits(0.001, OF_95).low()).isZero();
    }

    private static double outside(Funnel funnel, List<Point> points) {
        return points.stream()
                        .filter(each -> funnel.position(each) != Position.INSIDE)
                        .count()
                / (double) points.size();
    }

    private static void isClose(Interval limits, double low, double high, double room) {
        assertThat(limits.low() * 100).isCloseTo(low, within(room));
        assertThat(limits.high() * 100).isCloseTo(high, within(room));
    }
}
