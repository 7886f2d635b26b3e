package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Confidence.OF_95;
import static se.samsyn.indicator.statistics.Rates.Base.PER_100_000;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.statistics.Standardisation.ReferenceStratum;
import se.samsyn.indicator.statistics.Standardisation.Stratum;

class StandardisationTest {

    /** Births with Down syndrome, mothers' first child, by age (M. P. Fay, E. J. Feuer 1997; epitools): 92.3 (80.4, 105.8) per 100 000. */
    @Test
    void firstBornWithDownSyndrome() {
        double[] events = {107, 141, 60, 40, 39, 25};
        double[] births = {230061, 329449, 114920, 39487, 14208, 3052};
        double[] standard = {63986.6, 186263.6, 157302.2, 97647.0, 47572.6, 12262.6};
        List<Stratum> strata = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            strata.add(new Stratum(events[i], births[i], standard[i]));
        }
        Estimate gamma = Standardisation.directGamma(strata, PER_100_000, OF_95);
        assertThat(gamma.value()).isCloseTo(92.3, within(0.05));
        assertThat(gamma.interval().low()).isCloseTo(80.4, within(0.05));
        assertThat(gamma.interval().high()).isCloseTo(105.8, within(0.05));

        Estimate dobson = Standardisation.direct(strata, PER_100_000, OF_95).orElseThrow();
        assertThat(dobson.value()).isCloseTo(gamma.value(), within(1e-9));
        assertThat(dobson.interval().low()).isCloseTo(gamma.interval().low(), within(0.5));
        assertThat(dobson.interval().high()).isCloseTo(gamma.interval().high(), within(1.5));
    }

    @Property
    void aPopulationAsItsOwnStandardChangesNothing(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 4, max = 900) Integer> events) {
        List<Stratum> direct = new ArrayList<>();
        List<ReferenceStratum> reference = new ArrayList<>();
        double all = 0;
        double persons = 0;
        for (int each : events) {
            double population = 1000 + 37.0 * each;
            direct.add(new Stratum(each + 10, population, population));
            reference.add(new ReferenceStratum(population, each + 10, population));
            all += each + 10;
            persons += population;
        }
        Estimate crude = Rates.of(all, persons, PER_100_000, OF_95);

        Estimate standardised =
                Standardisation.direct(direct, PER_100_000, OF_95).orElseThrow();
        assertThat(standardised.value()).isCloseTo(crude.value(), within(1e-6));
        assertThat(standardised.interval().low()).isCloseTo(crude.interval().low(), within(1e-6));
        assertThat(standardised.interval().high()).isCloseTo(crude.interval().high(), within(1e-6));
        Estimate gamma = Standardisation.directGamma(direct, PER_100_000, OF_95);
        assertThat(gamma.interval().low()).isCloseTo(Events.exact(all, OF_95).low() / persons * 1e5, within(1e-6));
        Estimate indirect = Standardisation.indirect(all, reference, PER_100_000, OF_95);
        assertThat(indirect.value()).isCloseTo(crude.value(), within(1e-6));
        assertThat(indirect.interval().high()).isCloseTo(crude.interval().high(), within(1e-6));
        assertThat(Standardisation.ratio(all, Standardisation.expected(reference), OF_95)
                        .value())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void intervalsOfStandardisedRatesCover() {
        RandomDataGenerator chance = new RandomDataGenerator(20260104);
        double[] expected = {4, 15, 30};
        double[] population = {1000, 2000, 2500};
        double[] standard = {0.3, 0.3, 0.4};
        double truth = (0.3 * 4 / 1000 + 0.3 * 15 / 2000 + 0.4 * 30 / 2500) * 1e5;
        int runs = 10_000;
        int dobson = 0;
        int gamma = 0;
        for (int i = 0; i < runs; i++) {
            List<Stratum> strata = new ArrayList<>();
            for (int j = 0; j < expected.length; j++) {
                strata.add(new Stratum(chance.nextPoisson(expected[j]), population[j], standard[j]));
            }
            dobson += Standardisation.direct(strata, PER_100_000, OF_95)
                            .orElseThrow()
                            .interval()
                            .contains(truth)
                    ? 1
                    : 0;
            gamma += Standardisation.directGamma(strata, PER_100_000, OF_95)
                            .interval()
                            .contains(truth)
                    ? 1
                    : 0;
        }
        assertThat((double) dobson / runs).isBetween(0.94, 0.975);
        assertThat((double) gamma / runs).isBetween(0.95, 0.985);
    }

    @Test
    void ratioIsExactForFewEvents() {
        Estimate ratio = Standardisation.ratio(5, 10, OF_95);

        assertThat(ratio.value()).isCloseTo(0.5, within(1e-12));
        assertThat(ratio.interval().low()).isCloseTo(0.16234863901184, within(1e-13));
        assertThat(ratio.interval().high()).isCloseTo(1.1668332079322, within(1e-12));
        assertThat(Standardisation.ratio(0, 10, OF_95).interval().low()).isZero();
    }

    @Test
    void fewEventsAndEmptyStrata() {
        assertThat(Standardisation.direct(List.of(new Stratum(9, 100, 1)), PER_100_000, OF_95))
                .isEmpty();
        Estimate none = Standardisation.directGamma(List.of(new Stratum(0, 100, 1)), PER_100_000, OF_95);
        assertThat(none.value()).isZero();
        assertThat(none.interval().high()).isCloseTo(-Math.log(0.025) * 1000, within(1e-6));
        List<Stratum> unused = List.of(new Stratum(20, 100, 1), new Stratum(0, 0, 0));
        assertThat(Standardisation.direct(unused, PER_100_000, OF_95)
                        .orElseThrow()
                        .value())
                .isCloseTo(20_000, within(1e-6));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(-1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Standardisation.ratio(1, 0, OF_95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardisation.directGamma(List.of(), PER_100_000, OF_95));
    }
}
