package se.samsyn.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;

class StatisticsTest {

    /** Newcombe 1998, table I, method 3 (Wilson without continuity correction). */
    @Test
    void wilsonEqualsNewcombesTable() {
        assertInterval(Statistics.wilson(new Share(81, 263)), 0.2553, 0.3662);
        assertInterval(Statistics.wilson(new Share(15, 148)), 0.0624, 0.1605);
        assertInterval(Statistics.wilson(new Share(0, 20)), 0.0000, 0.1611);
        assertInterval(Statistics.wilson(new Share(1, 29)), 0.0061, 0.1718);
    }

    /** Student 1908, extra hours of sleep with ten patients, drug 2 minus drug 1: mean 1.58, 95 % from 0.70 to 2.46. */
    @Test
    void meanIntervalEqualsStudentsSleep() {
        double[] extra = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
        assertThat(Statistics.mean(extra)).isCloseTo(1.58, within(1e-9));
        assertThat(Statistics.meanInterval(extra).low()).isCloseTo(0.7001142, within(1e-6));
        assertThat(Statistics.meanInterval(extra).high()).isCloseTo(2.4598858, within(1e-6));
    }

    /** Conover 1999, 3.2: with n = 16, the 95 % interval for the median goes from the 4th to the 13th value. */
    @Test
    void medianIntervalTakesTheFourthAndThirteenthOfSixteen() {
        double[] values = new double[16];
        for (int i = 0; i < 16; i++) {
            values[i] = i + 1;
        }
        assertThat(Statistics.median(values)).isEqualTo(8.5);
        assertThat(Statistics.medianInterval(values)).isEqualTo(new Interval(4, 13));
    }

    @Property
    void wilsonHoldsTheShareAndStaysWithinBounds(
            @ForAll @IntRange(min = 1, max = 5000) int whole, @ForAll @DoubleRange(max = 1) double at) {
        Share share = new Share(Math.round(at * whole), whole);
        Interval interval = Statistics.wilson(share);
        assertThat(interval.contains(share.value())).isTrue();
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(0.0, 1.0);
    }

    @Property
    void intervalsHoldTheMeanAndTheMedian(@ForAll @Size(min = 6, max = 60) double[] raw) {
        double[] values = java.util.Arrays.stream(raw).map(v -> v % 1000).toArray();
        assertThat(Statistics.meanInterval(values).low()).isLessThanOrEqualTo(Statistics.mean(values));
        assertThat(Statistics.meanInterval(values).high()).isGreaterThanOrEqualTo(Statistics.mean(values));
        assertThat(Statistics.medianInterval(values).contains(Statistics.median(values)))
                .isTrue();
    }

    private static void assertInterval(Interval found, double low, double high) {
        assertThat(found.low()).isCloseTo(low, within(5e-5));
        assertThat(found.high()).isCloseTo(high, within(5e-5));
    }
}
