package se.samsyn.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;
import se.samsyn.table.disclosure.NoiseLaw;
import se.samsyn.table.disclosure.NoiseTable;

class StatisticsTest {

    private static final double VARIANCE = NoiseLaw.standard().variance();

    /** Newcombe 1998, table I, method 3 (Wilson without continuity correction). */
    @Test
    void wilsonEqualsNewcombesTable() {
        assertInterval(Statistics.wilson(new Share(81, 263)), 0.2553, 0.3662);
        assertInterval(Statistics.wilson(new Share(15, 148)), 0.0624, 0.1605);
        assertInterval(Statistics.wilson(new Share(0, 20)), 0.0000, 0.1611);
        assertInterval(Statistics.wilson(new Share(1, 29)), 0.0061, 0.1718);
    }

    /** The validation data of UKHSA's PHEindicatormethods, testdata_Byars_Wilson. */
    @Test
    void wilsonEqualsThePublicHealthAgencysFigures() {
        assertThat(Statistics.wilson(new Share(65, 100)).low()).isCloseTo(0.5525444329688797, within(1e-12));
        assertThat(Statistics.wilson(new Share(65, 100)).high()).isCloseTo(0.7363575175690247, within(1e-12));
        assertThat(Statistics.wilson(new Share(1045, 5000)).low()).isCloseTo(0.19795549880013297, within(1e-12));
        assertThat(Statistics.wilson(new Share(1045, 5000)).high()).isCloseTo(0.22049130373189027, within(1e-12));
    }

    /** The chance that the interval holds the true share, added up exactly, is 95 % on average over shares from 5 to 95 %. */
    @Test
    void wilsonCovers() {
        double covered = 0;
        for (int percent = 5; percent <= 95; percent++) {
            double truth = percent / 100.0;
            BinomialDistribution drawn = new BinomialDistribution(40, truth);
            for (int part = 0; part <= 40; part++) {
                boolean holds = Statistics.wilson(new Share(part, 40)).contains(truth);
                covered += holds ? drawn.probability(part) / 91 : 0;
            }
        }
        assertThat(covered).isBetween(0.945, 0.96);
    }

    /** Student 1908, extra hours of sleep with ten patients, drug 2 minus drug 1: mean 1.58, 95 % from 0.70 to 2.46. */
    @Test
    void meanIntervalEqualsStudentsSleep() {
        double[] extra = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
        assertThat(Statistics.mean(extra)).isCloseTo(1.58, within(1e-9));
        assertThat(Statistics.meanInterval(extra).low()).isCloseTo(0.7001142, within(1e-6));
        assertThat(Statistics.meanInterval(extra).high()).isCloseTo(2.4598858, within(1e-6));
        double deviation = (2.4598858 - 1.58) / 2.2621572 * Math.sqrt(10);
        assertThat(1.58 / deviation).as("Cohen's d as R prints it").isCloseTo(1.28, within(0.005));
    }

    /** Of 16 fair tosses at most 3 heads come with 697/65536 = 1.1 %, at most 4 with 2517/65536 = 3.8 %, more than 2.5. */
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
        double[] values = Arrays.stream(raw).map(v -> v % 1000).toArray();
        assertThat(Statistics.meanInterval(values).low()).isLessThanOrEqualTo(Statistics.mean(values));
        assertThat(Statistics.meanInterval(values).high()).isGreaterThanOrEqualTo(Statistics.mean(values));
        assertThat(Statistics.medianInterval(values).contains(Statistics.median(values)))
                .isTrue();
    }

    private static void assertInterval(Interval found, double low, double high) {
        assertThat(found.low()).isCloseTo(low, within(5e-5));
        assertThat(found.high()).isCloseTo(high, within(5e-5));
    }

    /** A share of two blurred counts: its interval holds the share that persons are drawn from as often as it says. */
    @Test
    void intervalsOfBlurredSharesHoldTheShareThatPersonsAreDrawnFrom() {
        NoiseTable noise = NoiseTable.of(NoiseLaw.standard());
        Random random = new Random(9);
        for (double share : new double[] {0.05, 0.2, 0.5, 0.9}) {
            for (int persons : new int[] {25, 60, 300}) {
                int held = 0;
                int given = 0;
                for (int round = 0; round < 2000; round++) {
                    long part = IntStream.range(0, persons)
                            .filter(_ -> random.nextDouble() < share)
                            .count();
                    long whole = (long) persons + noise.noise(persons, random.nextDouble());
                    long shown = Math.min(whole, part + noise.noise(part, random.nextDouble()));
                    if (whole >= 20) {
                        given++;
                        Interval interval = Statistics.wilson(new Share(shown, whole), VARIANCE, VARIANCE);
                        held += interval.contains(share) ? 1 : 0;
                    }
                }
                assertThat((double) held / given).as("%s of %d", share, persons).isGreaterThan(0.925);
            }
        }
    }

    /** Of a part that is one blurred count among thirty that make up the whole, and of one that is ten of them. */
    @Test
    void intervalsOfSharesOfSummedCountsHoldTheSharePersonsAreDrawnFrom() {
        NoiseTable noise = NoiseTable.of(NoiseLaw.standard());
        Random random = new Random(11);
        int groups = 30;
        for (int ofPart : new int[] {1, 10}) {
            int held = 0;
            for (int round = 0; round < 4000; round++) {
                long part = 0;
                long whole = 0;
                for (int group = 0; group < groups; group++) {
                    long persons = random.nextInt(4, 13);
                    long shown = persons + noise.noise(persons, random.nextDouble());
                    part += group < ofPart ? shown : 0;
                    whole += shown;
                }
                Interval interval = Statistics.wilson(new Share(part, whole), VARIANCE * ofPart, VARIANCE * groups);
                held += interval.contains((double) ofPart / groups) ? 1 : 0;
            }
            assertThat(held / 4000.0).as("%s of %d", ofPart, groups).isGreaterThan(0.94);
        }
        assertThat(Statistics.wilson(new Share(5, 20), VARIANCE, VARIANCE * 60)).isEqualTo(new Interval(0, 1));
    }
}
