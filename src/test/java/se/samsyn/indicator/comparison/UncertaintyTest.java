package se.samsyn.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Events;
import se.samsyn.kernel.Interval;

class UncertaintyTest {

    private static Optional<Interval> exact(Scale scale, double value, double part, double whole) {
        return Uncertainty.of(scale, value, new Reading.Base(part, whole), Uncertainty.Numbers.EXACT);
    }

    /** E. B. Wilson, JASA 22 (1927); R: prop.test(30, 100, correct = FALSE) gives 0.2189489 to 0.3958485. */
    @Test
    void ofShareIsWilsons() {
        Interval interval = exact(Scale.PERCENT, 30, 30, 100).orElseThrow();
        assertThat(interval.low()).isCloseTo(21.89489, within(1e-4));
        assertThat(interval.high()).isCloseTo(39.58485, within(1e-4));
    }

    @Test
    void ofRateIsThatOfItsEventsInItsUnit() {
        Interval events = Events.interval(7, Confidence.OF_95);
        Interval interval = exact(Scale.PER_10000, 3.5, 7, 20_000).orElseThrow();
        assertThat(interval.low()).isCloseTo(events.low() / 2, within(1e-9));
        assertThat(interval.high()).isCloseTo(events.high() / 2, within(1e-9));
        // Exact Poisson limits of 7 events: 2.814 to 14.423 (Pearson and Hartley, table 40).
        assertThat(interval.low()).isCloseTo(2.814 / 2, within(0.001));
        assertThat(interval.high()).isCloseTo(14.423 / 2, within(0.001));
    }

    @Test
    void holdsValuesToldRounded() {
        assertThat(exact(Scale.PERCENT, 33.3, 1, 3)).isPresent();
        assertThat(exact(Scale.PERCENT, 0, 0, 400).orElseThrow().low()).isZero();
        assertThat(exact(Scale.PERCENT, 100, 400, 400).orElseThrow().high()).isCloseTo(100, within(1e-9));
    }

    @Test
    void noneForAPartLargerThanTheWholeOrAValueThatDoesNotFitIt() {
        assertThat(exact(Scale.PERCENT, 120, 120, 100)).isEmpty();
        assertThat(exact(Scale.PERCENT, 90, 30, 100)).isEmpty();
        assertThat(exact(Scale.PERCENT, 0.3, 30, 100)).isEmpty();
        assertThat(exact(Scale.PER_1000, 30, 30, 100)).isEmpty();
        assertThat(exact(Scale.PER_1000, 1200, 120, 100)).isPresent();
    }

    @Test
    void noneForWhatIsNotOfAWhole() {
        for (Scale scale : new Scale[] {Scale.COUNT, Scale.MEAN, Scale.MEDIAN, Scale.OTHER}) {
            assertThat(exact(scale, 30, 30, 100)).isEmpty();
        }
    }

    @Property(tries = 300)
    void approximateNumbersAreLessCertainAndWithinBounds(
            @ForAll @IntRange(min = 0, max = 200) int part, @ForAll @IntRange(min = 200, max = 5_000) int whole) {
        double value = 100.0 * part / whole;
        Interval exact = exact(Scale.PERCENT, value, part, whole).orElseThrow();
        Interval blurred = Uncertainty.of(
                        Scale.PERCENT, value, new Reading.Base(part, whole), Uncertainty.Numbers.BLURRED)
                .orElseThrow();
        assertThat(blurred.low()).isBetween(0.0, exact.low());
        assertThat(blurred.high()).isBetween(exact.high(), 100.0);
        assertThat(blurred.high() - blurred.low()).isGreaterThan(exact.high() - exact.low());
        assertThat(exact.contains(value)).isTrue();
    }
}
