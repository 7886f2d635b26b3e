package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Blurred counts that hang together, and blurred means. */
class BlurredSumsTest {

    private static final NoiseTable NOISE = NoiseTable.of(NoiseLaw.standard());

    @Test
    void theSamePersonsAreShownAlikeAndPartsAddUp() {
        Random random = new Random(1);
        int off = 0;
        for (int round = 0; round < 500; round++) {
            long[] parts = {40 + random.nextInt(40), 20 + random.nextInt(40), 10 + random.nextInt(20)};
            long whole = Arrays.stream(parts).sum();
            BlurredSums.Builder builder = new BlurredSums.Builder(NOISE);
            int total = builder.cell(1, whole, random.nextLong());
            int alike = builder.cell(2, whole, random.nextLong(), builder.line(total));
            int line = builder.line(total);
            int[] cells = Arrays.stream(parts)
                    .mapToInt(part -> builder.cell(2, part, random.nextLong(), line))
                    .toArray();
            BlurredSums sums = builder.build();
            assertThat(sums.count(alike)).isEqualTo(sums.count(total));
            int sum = Arrays.stream(cells).map(sums::count).sum();
            off += sum == sums.count(total) ? 0 : 1;
        }
        assertThat(off).isZero();
    }

    @Test
    void whatIsTooFewToBeDividedIsNot() {
        int few = 0;
        for (long key = 0; key < 200; key++) {
            BlurredSums.Builder builder = new BlurredSums.Builder(NOISE);
            int total = builder.cell(1, 4, key);
            int line = builder.line(total);
            int part = builder.cell(2, 3, key + 1000, line);
            int nobody = builder.cell(2, 0, 0, line);
            BlurredSums sums = builder.build();
            boolean divided = sums.count(total) == 0 || sums.count(total) >= 5;
            assertThat(sums.divided(part)).isEqualTo(divided);
            assertThat(sums.divided(nobody)).isEqualTo(divided);
            assertThat(sums.count(total)).isNotIn(1, 2);
            few += divided ? 0 : 1;
        }
        assertThat(few).isGreaterThan(20);
    }

    @Test
    void whatHasBeenSettledStands() {
        BlurredSums.Builder builder = new BlurredSums.Builder(NOISE);
        int before = builder.settled(50, 23, 53);
        int line = builder.line(before);
        int one = builder.cell(1, 20, 11, line);
        int other = builder.cell(1, 30, 12, line);
        BlurredSums sums = builder.build();

        assertThat(sums.count(before)).isEqualTo(53);
        assertThat(sums.count(one) + sums.count(other)).isEqualTo(53);
    }

    /** The interval is for the mean of those whom the persons stand for; it must hold it as often as it says, noise and all. */
    @Test
    void intervalsHoldTheMeanThatNumbersAreDrawnFrom() {
        Random random = new Random(3);
        int held = 0;
        int given = 0;
        for (int round = 0; round < 1500; round++) {
            double[] all = drawn(400, random);
            BlurredSample.Whole whole =
                    new BlurredSample.Whole(NOISE, 0, 60, all, random.nextLong() & 0xFFFF_FFFFL, 400);
            long key = random.nextLong() & 0xFFFF_FFFFL;
            int persons = 15 + random.nextInt(60);
            long shown = (long) persons + NOISE.noise(persons, BlurredTable.uniform(key));
            BlurredSample sample = whole.part(drawn(persons, random), key, shown);
            OptionalDouble mean = sample.mean();
            if (mean.isPresent()) {
                given++;
                held += Math.abs(mean.getAsDouble() - 30) <= sample.margin().orElseThrow() ? 1 : 0;
                assertThat(sample.median().orElseThrow()).isBetween(0.0, 60.0);
            }
        }
        assertThat((double) held / given).isBetween(0.93, 1.0);
    }

    private static double[] drawn(int persons, Random random) {
        return random.doubles(persons).map(u -> Math.rint(60 * u)).toArray();
    }

    @Test
    void fewerThanTenHaveNoMean() {
        BlurredSample.Whole whole = new BlurredSample.Whole(NOISE, 0, 60, new double[] {1, 2, 3}, 5, 9);
        BlurredSample sample = whole.part(new double[] {1, 2, 3}, 5, 9);
        assertThat(sample.mean()).isEmpty();
        assertThat(sample.margin()).isEmpty();
        assertThat(sample.median()).isEmpty();
    }

    /** Two whole numbers of the scale's ends and of persons could be told from the sum if its noise were whole. */
    @Test
    void meansAreRoundedAndTheirNoiseIsNotWhole() {
        Random random = new Random(4);
        BlurredSample.Whole whole = new BlurredSample.Whole(NOISE, 0, 60, drawn(200, random), 7, 200);
        Set<Double> seen = new HashSet<>();
        double[] values = drawn(40, random);
        for (long key = 0; key < 300; key++) {
            double mean = whole.part(values, key * 7919, 40).mean().orElseThrow();
            assertThat(mean * 10).isCloseTo(Math.rint(mean * 10), within(1e-9));
            seen.add(mean);
        }
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @Test
    void aPartBesideWhichNobodyIsShownIsShownAsTheWhole() {
        Random random = new Random(5);
        int alone = 0;
        int alike = 0;
        for (int round = 0; round < 300; round++) {
            BlurredSums.Builder builder = new BlurredSums.Builder(NOISE);
            int total = builder.cell(1, 40, random.nextLong());
            int line = builder.line(total);
            int most = builder.cell(2, 39, random.nextLong(), line);
            int one = builder.cell(2, 1, random.nextLong(), line);
            BlurredSums sums = builder.build();
            if (sums.count(one) == 0) {
                alone++;
                alike += sums.count(most) == sums.count(total) ? 1 : 0;
            }
        }
        assertThat(alone).isGreaterThan(100);
        assertThat((double) alike / alone).isGreaterThan(0.9);
    }
}
