package se.samsyn.indicator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.samsyn.indicator.statistics.Confidence.OF_95;
import static se.samsyn.indicator.statistics.Ranks.Certainty.OF_EACH_PAIR;
import static se.samsyn.indicator.statistics.Ranks.Certainty.OF_EACH_PLACE;
import static se.samsyn.indicator.statistics.Ranks.Order.HIGHEST_FIRST;
import static se.samsyn.indicator.statistics.Ranks.Order.LOWEST_FIRST;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.statistics.Ranks.Rank;

class RanksTest {

    /** By hand: differences of 10 and 11 with a standard error of sqrt(2) are certain, one of 1 is not. */
    @Test
    void placesThatCannotBeToldApartShareARank() {
        List<Estimate> figures =
                List.of(Estimate.of(20, 1, OF_95), Estimate.of(31, 1, OF_95), Estimate.of(30, 1, OF_95));

        assertThat(Ranks.of(figures, HIGHEST_FIRST, OF_EACH_PAIR, OF_95))
                .containsExactly(new Rank(3, 3), new Rank(1, 2), new Rank(1, 2));
        assertThat(Ranks.of(figures, LOWEST_FIRST, OF_EACH_PAIR, OF_95))
                .containsExactly(new Rank(1, 1), new Rank(2, 3), new Rank(2, 3));
        assertThat(Ranks.of(List.of(), HIGHEST_FIRST, OF_EACH_PLACE, OF_95)).isEmpty();
        assertThat(Ranks.of(figures.subList(0, 1), HIGHEST_FIRST, OF_EACH_PLACE, OF_95))
                .containsExactly(new Rank(1, 1));
    }

    @Property
    void ranksHoldTheOrderSeen(@ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 9) Double> values) {
        List<Estimate> figures = values.stream()
                .map(value -> Estimate.of(value, 0.5 + value / 5, OF_95))
                .toList();
        List<Rank> pairs = Ranks.of(figures, HIGHEST_FIRST, OF_EACH_PAIR, OF_95);
        List<Rank> places = Ranks.of(figures, HIGHEST_FIRST, OF_EACH_PLACE, OF_95);
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            int seen = 1 + (int) values.stream().filter(other -> other > value).count();
            assertThat(pairs.get(i).contains(seen)).isTrue();
            assertThat(places.get(i).best()).isLessThanOrEqualTo(pairs.get(i).best());
            assertThat(places.get(i).worst())
                    .isGreaterThanOrEqualTo(pairs.get(i).worst());
        }
    }

    /** Twenty-one places, a third of a standard error apart: each place's ranks hold its true one as often as said, also in the worst place. */
    @Test
    void ranksCoverTheTruth() {
        int runs = 4_000;
        int n = 21;
        Random chance = new Random(20260108);
        int[] places = new int[n];
        int pairs = 0;
        for (int run = 0; run < runs; run++) {
            List<Estimate> figures = IntStream.range(0, n)
                    .mapToObj(i -> Estimate.of(i / 3.0 + chance.nextGaussian(), 1, OF_95))
                    .toList();
            List<Rank> certain = Ranks.of(figures, LOWEST_FIRST, OF_EACH_PLACE, OF_95);
            List<Rank> alone = Ranks.of(figures, LOWEST_FIRST, OF_EACH_PAIR, OF_95);
            for (int i = 0; i < n; i++) {
                places[i] += certain.get(i).contains(i + 1) ? 1 : 0;
                pairs += alone.get(i).contains(i + 1) ? 1 : 0;
            }
        }
        for (int held : places) {
            assertThat((double) held / runs).isGreaterThan(0.95);
        }
        assertThat((double) pairs / (runs * (double) n)).isBetween(0.93, 1.0);
    }

    /** Where all places are truly alike, every one ought to have all ranks: kept for each place, and missed more often pair by pair. */
    @Test
    void equalPlacesKeepAllRanks() {
        int runs = 4_000;
        int n = 21;
        Random chance = new Random(20260109);
        int places = 0;
        int pairs = 0;
        for (int run = 0; run < runs; run++) {
            List<Estimate> figures = IntStream.range(0, n)
                    .mapToObj(i -> Estimate.of(chance.nextGaussian(), 1, OF_95))
                    .toList();
            places += Ranks.of(figures, LOWEST_FIRST, OF_EACH_PLACE, OF_95)
                            .getFirst()
                            .equals(new Rank(1, n))
                    ? 1
                    : 0;
            pairs += Ranks.of(figures, LOWEST_FIRST, OF_EACH_PAIR, OF_95)
                            .getFirst()
                            .equals(new Rank(1, n))
                    ? 1
                    : 0;
        }
        assertThat((double) places / runs).isGreaterThan(0.95);
        assertThat((double) pairs / runs).isLessThan(0.8);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rank(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.of(1, -1, OF_95));
    }
}
