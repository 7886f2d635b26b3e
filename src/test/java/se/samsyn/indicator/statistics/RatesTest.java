package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Confidence.OF_95;
import static se.samsyn.indicator.statistics.Confidence.OF_99_8;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.Interval;

class RatesTest {

    /** PHEindicatormethods, test data for rates: areas 1, 3 and 4 per 100. */
    @Test
    void changesFromExactToByarAtTenEvents() {
        Estimate one = Rates.of(1, 100, Rates.Base.PER_100, OF_95);
        assertThat(one.interval().low()).isCloseTo(0.025317807984289897, within(1e-14));
        assertThat(one.interval().high()).isCloseTo(5.571643390938898, within(1e-13));
        Estimate twenty = Rates.of(20, 100, Rates.Base.PER_100, OF_95);
        assertThat(twenty.interval().low()).isCloseTo(12.211428834875937, within(1e-12));
        assertThat(twenty.interval().high()).isCloseTo(30.889880369197066, within(1e-12));
        assertThat(Events.interval(9, OF_95)).isEqualTo(Events.exact(9, OF_95));
        assertThat(Events.interval(10, OF_95)).isEqualTo(Events.byar(10, OF_95));
    }

    @Test
    void noEventsHaveAnUpperLimit() {
        assertThat(Events.interval(0, OF_95).low()).isZero();
        assertThat(Events.interval(0, OF_95).high()).isCloseTo(-Math.log(0.025), within(1e-12));
        assertThat(Events.byar(0, OF_95).low()).isZero();
        assertThat(Events.byar(1, OF_99_8).low()).isZero();
    }

    @Property
    void intervalHoldsTheRateAndNarrowsWithMoreEvents(@ForAll @IntRange(max = 3000) int events) {
        for (Confidence level : new Confidence[] {OF_95, OF_99_8}) {
            Estimate few = Rates.of(events, 5000, Rates.Base.PER_1_000, level);
            Estimate many = Rates.of(events * 5.0, 25_000, Rates.Base.PER_1_000, level);
            assertThat(few.interval().contains(events / 5.0)).isTrue();
            assertThat(width(many.interval())).isLessThan(width(few.interval()));
            assertThat(few.value()).isCloseTo(many.value(), within(1e-9));
        }
    }

    @Test
    void exactIntervalCoversAtLeastItsLevel() {
        RandomDataGenerator chance = new RandomDataGenerator(20260102);
        int runs = 20_000;
        int exact = 0;
        int ratio = 0;
        for (int i = 0; i < runs; i++) {
            double first = chance.nextPoisson(12);
            double second = chance.nextPoisson(20);
            exact += Events.exact(first, OF_95).contains(12) ? 1 : 0;
            ratio += Rates.ratio(first, 1000, second, 2000, OF_95)
                            .orElseThrow()
                            .interval()
                            .contains(1.2)
                    ? 1
                    : 0;
        }
        assertThat((double) exact / runs).isGreaterThan(0.95);
        assertThat((double) ratio / runs).isGreaterThan(0.95);
    }

    /** R's example of poisson.test: P. Armitage, G. Berry, Statistical Methods in Medical Research (2002), 11 of 800 and 21 of 3 011. */
    @Test
    void ratioOfTwoRates() {
        Estimate ratio = Rates.ratio(11, 800, 21, 3011, OF_95).orElseThrow();

        assertThat(ratio.value()).isCloseTo(1.971488, within(5e-7));
        assertThat(ratio.interval().low()).isCloseTo(0.8584264, within(5e-8));
        assertThat(ratio.interval().high()).isCloseTo(4.2772659, within(5e-8));
    }

    @Property
    void testAgreesWithTheIntervalOfTheRatio(
            @ForAll @IntRange(max = 60) int a, @ForAll @IntRange(min = 1, max = 60) int b) {
        double p = Rates.test(a, 1000, b, 1500);

        assertThat(p).isBetween(0.0, 1.0);
        assertThat(p).isCloseTo(Rates.test(b, 1500, a, 1000), within(1e-9));
        boolean one =
                Rates.ratio(a, 1000, b, 1500, OF_95).orElseThrow().interval().contains(1);
        assertThat(p > 0.05).isEqualTo(one);
    }

    @Test
    void differenceOfRatesHoldsTheDifference() {
        Estimate difference = Rates.difference(
                Rates.of(30, 1000, Rates.Base.PER_1_000, OF_95), Rates.of(10, 1000, Rates.Base.PER_1_000, OF_95));

        assertThat(difference.value()).isCloseTo(20, within(1e-12));
        assertThat(difference.interval().low()).isPositive();
    }

    /** A published definition: per 100 000 of the mean of the populations at the ends of two years. */
    @Test
    void denominatorIsTheMeanOfTwoYears() {
        assertThat(Rates.meanPopulation(99_000, 101_000)).isEqualTo(100_000);
        assertThat(Rates.of(25, Rates.meanPopulation(99_000, 101_000), Rates.Base.PER_100_000, OF_95)
                        .value())
                .isCloseTo(25, within(1e-12));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.of(-1, 10, Rates.Base.PER_100, OF_95));
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.of(1, 0, Rates.Base.PER_100, OF_95));
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.meanPopulation(0, 0));
        assertThat(Rates.ratio(1, 10, 0, 10, OF_95)).isEmpty();
        assertThat(Rates.test(0, 10, 0, 10)).isEqualTo(1);
        assertThat(Rates.of(250, 220, Rates.Base.PER_100, OF_95).value()).isGreaterThan(100);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }
}
