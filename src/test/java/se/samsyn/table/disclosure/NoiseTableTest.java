package se.samsyn.table.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The noise of the cell key method, against the published tables of the ptable package (1.0.0) and by its properties. */
class NoiseTableTest {

    private static final double PRINTED = 3e-8;

    @Test
    void equalsThePublishedTableWithNoiseUpToTwo() {
        NoiseTable table = NoiseTable.of(new NoiseLaw(2, 0.9, 0, 0));

        assertThat(table.lastRow()).isEqualTo(2);
        assertThat(table.ends(1)).containsExactly(new double[] {0.3625, 0.725, 0.9125, 1}, within(PRINTED));
        assertThat(table.probabilities(2))
                .containsExactly(
                        new double[] {0.05154609, 0.24381564, 0.40927654, 0.24381564, 0.05154609}, within(PRINTED));
    }

    @Test
    void equalsThePublishedTableWithABlockedCount() {
        NoiseTable table = NoiseTable.of(new NoiseLaw(5, 2, 1, 0));

        assertThat(table.lastRow()).isEqualTo(7);
        assertThat(NoiseTable.noises(table.law(), 1)).containsExactly(-1, 1, 2, 3, 4, 5);
        assertThat(table.probabilities(1))
                .containsExactly(
                        new double[] {0.62649603, 0.20981788, 0.10043131, 0.04235833, 0.01574170, 0.00515475},
                        within(PRINTED));
        assertThat(table.probabilities(3))
                .startsWith(new double[] {0.07979470, 0.28372637, 0.29503175}, within(PRINTED));
    }

    /** The test table of the cellKey package (1.0.2): its last row holds for every count from eight. */
    @Test
    void equalsThePublishedTableWhereHalfOfTheCountsStay() {
        NoiseTable table = NoiseTable.of(new NoiseLaw(5, 3, 2, 0.5));

        assertThat(table.lastRow()).isEqualTo(8);
        assertThat(table.ends(1)).startsWith(new double[] {0.73446954, 0.87118973, 0.94398604}, within(PRINTED));
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 2", "5, 4.05, 3", "5, 2.01, 2", "9, 4, 1", "2, 2, 0"})
    void legalLawsThatAreHardToSolveAreSolved(int most, double variance, int blocked) {
        assertThat(NoiseTable.of(new NoiseLaw(most, variance, blocked, 0)).lastRow())
                .isGreaterThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.4, 0", "1, 0.0, -1", "1, 0.73, 1", "2, 0.1, -1", "900, 0.5, 0"})
    void zeroStaysAndKeysFindTheirNoise(long count, double key, int noise) {
        assertThat(NoiseTable.of(new NoiseLaw(2, 0.9, 0, 0)).noise(count, key)).isEqualTo(noise);
    }

    @Property(tries = 100)
    void everyRowHasMeanZeroAndNoMoreThanTheVariance(
            @ForAll @IntRange(min = 1, max = 9) int most,
            @ForAll @DoubleRange(min = 0.5, max = 6) double variance,
            @ForAll @IntRange(min = 0, max = 3) int blocked) {
        Assume.that(blocked <= most && variance < 0.45 * most * most);
        for (int count = 1; count <= blocked; count++) {
            Assume.that(variance > 1.05 * count * (blocked + 1 - count));
        }
        NoiseTable table = NoiseTable.of(new NoiseLaw(most, variance, blocked, 0));
        for (int row = 1; row <= table.lastRow(); row++) {
            int[] noises = NoiseTable.noises(table.law(), row);
            double[] probabilities = table.probabilities(row);
            double sum = 0;
            double mean = 0;
            double spread = 0;
            for (int k = 0; k < noises.length; k++) {
                assertThat(row + noises[k])
                        .satisfiesAnyOf(
                                to -> assertThat(to).isZero(),
                                to -> assertThat(to).isGreaterThan(blocked));
                sum += probabilities[k];
                mean += probabilities[k] * noises[k];
                spread += probabilities[k] * noises[k] * noises[k];
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(mean).isCloseTo(0, within(1e-9));
            assertThat(spread).isLessThan(variance + 1e-9);
        }
    }

    @Test
    void aVarianceTooSmallForWhatIsBlockedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NoiseLaw(5, 2, 2, 0));
    }

    @Test
    void theSamePersonsGetTheSameKeyAndOthersAnother() {
        RecordKeys keys = new RecordKeys(new byte[32]);

        assertThat(keys.key("a", "p")).isEqualTo(keys.key("a", "p")).isNotEqualTo(keys.key("b", "p"));
        assertThat(keys.key("ab", "c")).isNotEqualTo(keys.key("a", "bc"));
        assertThat(RecordKeys.cellKey(-1L)).isBetween(0.999, Math.nextDown(1.0));
        assertThat(RecordKeys.cellKey(0)).isZero();
    }
}
