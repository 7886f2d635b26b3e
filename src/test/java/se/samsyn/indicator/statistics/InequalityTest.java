package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Confidence.OF_95;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.statistics.Inequality.Group;

class InequalityTest {

    /** The ranks of PHEindicatormethods' manual: 12 % and then 10 % of the population give 6 and 17 per cent. */
    @Test
    void ranksAreThoseOfTheMiddlePerson() {
        assertThat(Inequality.ranks(new double[] {12, 10, 78}))
                .containsExactly(new double[] {0.06, 0.17, 0.61}, within(1e-12));
    }

    @Property
    void straightGradientIsFoundWhateverTheGroups(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 900) Integer> populations,
            @ForAll @DoubleRange(min = -6, max = 6) double gradient) {
        List<Group> groups = groups(populations, gradient);

        assertThat(Inequality.slopeIndex(groups).value()).isCloseTo(gradient, within(1e-9));
        assertThat(Inequality.relativeIndex(groups).orElseThrow().value())
                .isCloseTo((10 + gradient) / 10, within(1e-9));
        double[] persons = groups.stream().mapToDouble(Group::population).toArray();
        double[] values =
                groups.stream().mapToDouble(each -> each.figure().value()).toArray();
        if (populations.size() > 2) {
            assertThat(Inequality.slopeIndex(persons, values, OF_95)
                            .orElseThrow()
                            .value())
                    .isCloseTo(gradient, within(1e-9));
        }
        double concentration =
                Inequality.concentrationIndex(groups).orElseThrow().value();
        assertThat(concentration * gradient).isGreaterThanOrEqualTo(-1e-12);
    }

    /** By hand: halves with 10 and 30 per cent. */
    @Test
    void twoHalves() {
        List<Group> groups =
                List.of(new Group(50, Estimate.of(10, 1, OF_95)), new Group(50, Estimate.of(30, 2, OF_95)));

        assertThat(Inequality.gap(groups).value()).isEqualTo(20);
        assertThat(Inequality.gap(groups).above()).isCloseTo(OF_95.normal() * Math.sqrt(5), within(1e-9));
        assertThat(Inequality.ratio(groups).orElseThrow().value()).isEqualTo(3);
        assertThat(Inequality.slopeIndex(groups).value()).isCloseTo(40, within(1e-12));
        assertThat(Inequality.slopeIndex(groups).above()).isCloseTo(2 * OF_95.normal() * Math.sqrt(5), within(1e-9));
        assertThat(Inequality.relativeIndex(groups)).isEmpty();
        assertThat(Inequality.concentrationIndex(groups).orElseThrow().value()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void noGradientIsCoveredAsOftenAsSaid() {
        Random chance = new Random(20260112);
        double[] populations = {150, 300, 250, 200, 100};
        int runs = 10_000;
        int slope = 0;
        int fitted = 0;
        int relative = 0;
        int concentration = 0;
        for (int run = 0; run < runs; run++) {
            List<Group> groups = new ArrayList<>();
            double[] values = new double[populations.length];
            for (int i = 0; i < populations.length; i++) {
                double error = 10 / Math.sqrt(populations[i]);
                values[i] = 20 + error * chance.nextGaussian();
                groups.add(new Group(populations[i], Estimate.of(values[i], error, OF_95)));
            }
            slope += Inequality.slopeIndex(groups).interval().contains(0) ? 1 : 0;
            fitted += Inequality.slopeIndex(populations, values, OF_95)
                            .orElseThrow()
                            .interval()
                            .contains(0)
                    ? 1
                    : 0;
            relative +=
                    Inequality.relativeIndex(groups).orElseThrow().interval().contains(1) ? 1 : 0;
            concentration += Inequality.concentrationIndex(groups)
                            .orElseThrow()
                            .interval()
                            .contains(0)
                    ? 1
                    : 0;
        }
        for (int held : new int[] {slope, fitted, relative, concentration}) {
            assertThat((double) held / runs).isCloseTo(0.95, within(0.008));
        }
    }

    @Property
    void gradientIsStraightOnItsScale(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 900) Integer> populations,
            @ForAll @DoubleRange(min = -2, max = 2) double gradient) {
        double[] persons =
                populations.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] ranks = Inequality.ranks(persons);
        List<Group> rates = new ArrayList<>();
        List<Group> shares = new ArrayList<>();
        for (int i = 0; i < persons.length; i++) {
            double rate = 5 * Math.exp(gradient * ranks[i]);
            rates.add(new Group(persons[i], Estimate.of(rate, rate / 50, OF_95)));
            shares.add(new Group(persons[i], Estimate.of(1 / (1 + Math.exp(-gradient * ranks[i])), 0.001, OF_95)));
        }
        assertThat(Inequality.relativeIndex(rates, Inequality.Scale.LOGARITHMIC)
                        .orElseThrow()
                        .value())
                .isCloseTo(Math.exp(gradient), within(1e-9));
        assertThat(Inequality.slopeIndex(rates, Inequality.Scale.LOGARITHMIC)
                        .orElseThrow()
                        .value())
                .isCloseTo(5 * Math.exp(gradient) - 5, within(1e-9));
        assertThat(Inequality.slopeIndex(shares, Inequality.Scale.LOGISTIC)
                        .orElseThrow()
                        .value())
                .isCloseTo(1 / (1 + Math.exp(-gradient)) - 0.5, within(1e-9));
        assertThat(Inequality.slopeIndex(rates, Inequality.Scale.LINEAR)).hasValueSatisfying(linear -> {
            Estimate plain = Inequality.slopeIndex(rates);
            assertThat(linear.value()).isCloseTo(plain.value(), within(1e-9));
            assertThat(linear.interval().low()).isCloseTo(plain.interval().low(), within(1e-9));
        });
        assertThat(Inequality.slopeIndex(rates, Inequality.Scale.LOGISTIC)).isEmpty();
    }

    /** Five fifths whose rates fall by a half from first to last, with 4 % doubt each: the true difference and ratio are held as often as said. */
    @Test
    void logarithmicIndicesCoverTheTruth() {
        Random chance = new Random(20260114);
        int runs = 10_000;
        int slope = 0;
        int relative = 0;
        for (int run = 0; run < runs; run++) {
            List<Group> groups = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                double rate = 150 * Math.pow(0.5, 0.1 + 0.2 * i);
                groups.add(new Group(1000, Estimate.of(rate * (1 + 0.04 * chance.nextGaussian()), rate * 0.04, OF_95)));
            }
            slope += Inequality.slopeIndex(groups, Inequality.Scale.LOGARITHMIC)
                            .orElseThrow()
                            .interval()
                            .contains(-75)
                    ? 1
                    : 0;
            relative += Inequality.relativeIndex(groups, Inequality.Scale.LOGARITHMIC)
                            .orElseThrow()
                            .interval()
                            .contains(0.5)
                    ? 1
                    : 0;
        }
        assertThat((double) slope / runs).isCloseTo(0.95, within(0.01));
        assertThat((double) relative / runs).isCloseTo(0.95, within(0.01));
    }

    @Test
    void equalGroupsHaveNoInequality() {
        List<Group> groups = groups(List.of(5, 9, 7), 0);

        assertThat(Inequality.gap(groups).value()).isZero();
        assertThat(Inequality.concentrationIndex(groups).orElseThrow().value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void refusesWhatCannotBe() {
        List<Group> one = List.of(new Group(1, Estimate.of(1, 0, OF_95)));
        assertThatIllegalArgumentException().isThrownBy(() -> Inequality.slopeIndex(one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Group(0, Estimate.of(1, 0, OF_95)));
        assertThat(Inequality.slopeIndex(new double[] {1, 1}, new double[] {1, 2}, OF_95))
                .isEmpty();
        List<Group> none = List.of(new Group(1, Estimate.of(0, 0, OF_95)), new Group(1, Estimate.of(0, 0, OF_95)));
        assertThat(Inequality.concentrationIndex(none)).isEmpty();
        assertThat(Inequality.ratio(none)).isEmpty();
    }

    private static List<Group> groups(List<Integer> populations, double gradient) {
        double[] persons =
                populations.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] ranks = Inequality.ranks(persons);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < persons.length; i++) {
            groups.add(new Group(persons[i], Estimate.of(10 + gradient * ranks[i], 0.01, OF_95)));
        }
        return groups;
    }
}
