package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Confidence.OF_95;
import static se.samsyn.indicator.statistics.Confidence.OF_99_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.Share;

class ChanceTest {

    @Test
    void knownProbabilities() {
        assertThat(OF_95.normal()).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(OF_99_8.normal()).isCloseTo(3.090232306167813, within(1e-13));
        assertThat(Chance.ofDeviation(-OF_95.normal())).isCloseTo(0.05, within(1e-12));
        assertThat(Chance.ofShare(new Share(9, 10), 0.5)).isCloseTo(22 / 1024.0, within(1e-12));
        assertThat(Chance.ofShare(new Share(5, 10), 0.5)).isEqualTo(1);
        assertThat(Chance.ofEvents(0, 3)).isCloseTo(2 * Math.exp(-3), within(1e-12));
        assertThat(Chance.ofDifference(new Share(83, 86), new Share(70, 82)))
                .isEqualTo(Shares.test(new Share(83, 86), new Share(70, 82))
                        .orElseThrow()
                        .p());
        assertThat(Chance.ofDifference(new Share(3, 4), new Share(1, 4))).isCloseTo(34 / 70.0, within(1e-9));
    }

    @Property
    void exactProbabilityAgreesWithTheExactInterval(
            @ForAll @IntRange(max = 40) int part, @ForAll @DoubleRange(min = 0.02, max = 0.98) double reference) {
        Share seen = new Share(part, 40);

        assertThat(Chance.ofShare(seen, reference) > 0.05)
                .isEqualTo(Shares.exact(seen, OF_95).contains(reference));
        assertThat(Chance.ofEvents(part, reference * 40) > 0.05)
                .isEqualTo(Events.exact(part, OF_95).contains(reference * 40));
    }

    @Property
    void differenceAgreesWithItsInterval(
            @ForAll @IntRange(min = 10, max = 90) int first, @ForAll @IntRange(min = 10, max = 90) int second) {
        Estimate a = Rates.of(first, 1000, Rates.Base.PER_1_000, OF_95);
        Estimate b = Rates.of(second, 1000, Rates.Base.PER_1_000, OF_95);

        assertThat(Chance.ofDifference(a, b, OF_95) > 0.05)
                .isEqualTo(Rates.difference(a, b).interval().contains(0));
        assertThat(Chance.ofDifference(a, b, OF_95)).isCloseTo(Chance.ofDifference(b, a, OF_95), within(1e-12));
    }

    @Test
    void figuresWithoutDoubt() {
        Estimate target = Estimate.of(5, 0, OF_95);
        assertThat(Chance.ofDifference(target, target, OF_95)).isEqualTo(1);
        assertThat(Chance.ofDifference(target, Estimate.of(6, 0, OF_95), OF_95)).isZero();
        assertThat(Chance.ofDifference(target, Estimate.of(6, 0.5, OF_95), OF_95))
                .isCloseTo(0.0455, within(5e-5));
        assertThatIllegalArgumentException().isThrownBy(() -> Chance.ofDeviation(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Chance.ofShare(new Share(1, 2), 1));
        assertThat(Chance.ofDifference(new Share(0, 4), new Share(0, 9))).isEqualTo(1);
    }

    /** R's example of power.prop.test: fifty in each group, a half against three quarters. */
    @Test
    void powerGrowsWithPersons() {
        assertThat(Power.ofShares(0.5, 0.75, 50, OF_95)).isCloseTo(0.740165901331, within(5e-13));
        assertThat(Power.persons(0.5, 0.75, 0.9, OF_95)).isCloseTo(76.7, within(0.01));
        assertThat(Power.ofShares(0.75, 0.5, Power.persons(0.5, 0.75, 0.8, OF_95), OF_95))
                .isCloseTo(0.8, within(1e-12));
        assertThat(Power.ofShares(0.5, 0.75, 80, OF_95)).isGreaterThan(Power.ofShares(0.5, 0.75, 50, OF_95));
        assertThatIllegalArgumentException().isThrownBy(() -> Power.ofShares(0.5, 0.5, 50, OF_95));
        assertThatIllegalArgumentException().isThrownBy(() -> Power.persons(0.5, 0.6, 1, OF_95));
    }

    /** Y. Benjamini, Y. Hochberg (1995), section 3.2: fifteen tests of a thrombolysis trial, of which four stand at 5 %. */
    @Test
    void benjaminiAndHochbergsExample() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.000
        };
        double[] rates = FalseDiscovery.rates(p);

        assertThat(Arrays.stream(rates).filter(rate -> rate <= 0.05)).hasSize(4);
        assertThat(rates[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
        assertThat(FalseDiscovery.rates()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> FalseDiscovery.rates(1.2));
    }

    @Property
    void ratesKeepTheOrderOfTheProbabilities(@ForAll List<@DoubleRange(min = 0, max = 1) Double> drawn) {
        double[] p = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        double[] rates = FalseDiscovery.rates(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(rates[i]).isBetween(p[i], 1.0);
            for (int j = 0; j < p.length; j++) {
                assertThat(p[i] <= p[j] && rates[i] > rates[j]).isFalse();
            }
        }
    }

    /** Half of the tests are of nothing: of those found at 10 %, at most a twentieth are false. */
    @Test
    void shareOfFalseFindingsIsKept() {
        Random chance = new Random(20260113);
        int runs = 2_000;
        double falseShare = 0;
        for (int run = 0; run < runs; run++) {
            double[] p = new double[40];
            for (int i = 0; i < p.length; i++) {
                p[i] = Chance.ofDeviation(chance.nextGaussian() + (i % 2 == 0 ? 3 : 0));
            }
            double[] rates = FalseDiscovery.rates(p);
            int found = 0;
            int wrong = 0;
            for (int i = 0; i < p.length; i++) {
                found += rates[i] <= 0.1 ? 1 : 0;
                wrong += rates[i] <= 0.1 && i % 2 == 1 ? 1 : 0;
            }
            falseShare += found == 0 ? 0 : (double) wrong / found;
        }
        assertThat(falseShare / runs).isCloseTo(0.05, within(0.006));
    }
}
