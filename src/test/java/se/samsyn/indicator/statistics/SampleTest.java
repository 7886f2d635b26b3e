package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.statistics.Confidence.OF_95;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.Interval;

class SampleTest {
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** Student (1908), the hours of sleep gained; intervals as R's t.test prints them. */
    @Test
    void studentsSleep() {
        double[] gained = new double[FIRST.length];
        for (int i = 0; i < gained.length; i++) {
            gained[i] = SECOND[i] - FIRST[i];
        }
        Estimate mean = Sample.of(gained).estimate(OF_95).orElseThrow();
        assertThat(mean.value()).isCloseTo(1.58, within(1e-12));
        assertThat(mean.interval().low()).isCloseTo(0.7001142, within(5e-8));
        assertThat(mean.interval().high()).isCloseTo(2.4598858, within(5e-8));

        Estimate welch = Sample.of(FIRST).difference(Sample.of(SECOND), OF_95).orElseThrow();
        assertThat(welch.interval().low()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(welch.interval().high()).isCloseTo(0.2054832, within(5e-8));
        assertThat(Sample.of(FIRST).test(Sample.of(SECOND)).orElseThrow().statistic())
                .isCloseTo(-1.8608, within(5e-5));
    }

    @Property
    void meanLiesInItsInterval(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
        Sample sample = Sample.of(array(values));
        Estimate estimate = sample.estimate(OF_95).orElseThrow();

        assertThat(estimate.interval().contains(sample.mean())).isTrue();
        assertThat(new Sample(sample.size() * 4, sample.mean(), sample.deviation())
                        .estimate(OF_95)
                        .orElseThrow()
                        .above())
                .isLessThanOrEqualTo(estimate.above());
    }

    @Test
    void singleAndEqualValues() {
        assertThat(Sample.of(3).estimate(OF_95)).isEmpty();
        assertThat(Sample.of(3, 3, 3).estimate(OF_95).orElseThrow().interval()).isEqualTo(new Interval(3, 3));
        assertThat(Sample.of(3, 3).difference(Sample.of(4, 4), OF_95)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(Sample::of);
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(2, 1, -1));
    }

    @Test
    void intervalOfTheMedianNeedsSixValues() {
        assertThat(Quantiles.interval(new double[] {1, 2, 3, 4, 5}, 0.5, OF_95)).isEmpty();
        assertThat(Quantiles.interval(new double[] {6, 2, 3, 4, 5, 1}, 0.5, OF_95))
                .hasValue(new Interval(1, 6));
        assertThat(Quantiles.interval(new double[] {1, 2, 3}, 0, OF_95)).isEmpty();
    }

    /** G. J. Hahn, W. Q. Meeker (1991), table A.15: of a hundred values the 40th and the 61st hold the median at 95 %. */
    @Test
    void intervalOfAMedianOfAHundred() {
        double[] values = new double[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        assertThat(Quantiles.interval(values, 0.5, OF_95)).hasValue(new Interval(40, 61));
    }

    @Test
    void intervalOfAQuantileCoversIt() {
        Random chance = new Random(20260103);
        int runs = 5_000;
        int held = 0;
        for (int i = 0; i < runs; i++) {
            double[] values = chance.doubles(60).toArray();
            held += Quantiles.interval(values, 0.25, OF_95).orElseThrow().contains(0.25) ? 1 : 0;
        }
        assertThat((double) held / runs).isBetween(0.95, 0.985);
    }

    @Property
    void quantilesRiseAndStayAmongTheValues(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1e3, max = 1e3) Double> drawn) {
        double[] values = array(drawn);
        for (Quantiles.Type type : Quantiles.Type.values()) {
            double before = Quantiles.of(values, 0, Quantiles.Type.TYPE_7);
            for (int i = 0; i <= 20; i++) {
                double quantile = Quantiles.of(values, i / 20.0, type);
                assertThat(quantile).isGreaterThanOrEqualTo(before - 1e-9);
                before = quantile;
            }
            assertThat(before).isEqualTo(Quantiles.of(values, 1, Quantiles.Type.TYPE_7));
        }
    }

    @Test
    void fiveNumbersOfTheFirstSeven() {
        assertThat(Quantiles.fiveNumbers(new double[] {7, 1, 2, 6, 3, 5, 4})).containsExactly(1, 2.5, 4, 5.5, 7);
        assertThat(Quantiles.fiveNumbers(new double[] {7})).containsExactly(7, 7, 7, 7, 7);
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.fiveNumbers(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.of(new double[] {1}, 1.1, Quantiles.Type.TYPE_6));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
