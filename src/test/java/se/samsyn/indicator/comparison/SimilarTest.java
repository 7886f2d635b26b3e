package se.samsyn.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Wanted;
import se.samsyn.table.Where;

class SimilarTest {

    private static final IndicatorKey OLD = new IndicatorKey("old");
    private static final IndicatorKey MANY = new IndicatorKey("many");
    private static final Map<IndicatorKey, Indicator> INDICATORS = Map.of(
            OLD, BoardExample.indicator(OLD, Scale.PERCENT, Wanted.NONE),
            MANY, BoardExample.indicator(MANY, Scale.COUNT, Wanted.NONE));

    private static Observation value(IndicatorKey key, String place, Reading reading) {
        return Observation.of(key, Where.of(place), 2024, SexPart.ALL, reading);
    }

    private static Observation value(IndicatorKey key, String place, double value) {
        return value(key, place, Reading.of(value));
    }

    private static List<Where> places(String... codes) {
        return List.of(codes).stream().map(Where::of).toList();
    }

    private static Likeness of(String home, List<Where> among, String by, List<Observation> values, int nearest) {
        List<Characteristic> characteristics =
                List.of(by.split(",")).stream().map(Characteristic::of).toList();
        return Similar.of(Where.of(home), among, characteristics, INDICATORS, values, nearest);
    }

    private static final List<Observation> THREE = List.of(
            value(OLD, "2080", 10),
            value(OLD, "2081", 20),
            value(OLD, "2082", 30),
            value(MANY, "2080", 1_000),
            value(MANY, "2081", 100),
            value(MANY, "2082", 10_000));

    /*
     * The shares 10, 20 and 30 lie 0, 1 and 2 steps of 10 apart; their standard deviation is the root of 200/3, so a step is the root of 1.5 standard
     * deviations. Numbers of 100, 1 000 and 10 000 do so by their logarithm: a tenth is as far as ten times. Squared, the second place is 1.5 away in
     * both, the third 6 and 1.5.
     */
    @Test
    void measuresInStandardDeviationsAndNumbersByTheirLogarithm() {
        Likeness even = of("2080", places("2080", "2081", "2082"), "old,many", THREE, 3);
        assertThat(even.places()).extracting(near -> near.where().toString()).containsExactly("2081", "2082");
        assertThat(even.places().getFirst().distance()).isCloseTo(Math.sqrt(1.5), within(1e-12));
        assertThat(even.places().getLast().distance()).isCloseTo(Math.sqrt((6 + 1.5) / 2), within(1e-12));
    }

    @Test
    void countsACharacteristicByItsWeight() {
        Likeness heavy = of("2080", places("2080", "2081", "2082"), "old~2,many~1", THREE, 3);
        assertThat(heavy.places().getLast().distance()).isCloseTo(Math.sqrt((12 + 1.5) / 3), within(1e-12));
        Likeness light = of("2080", places("2080", "2081", "2082"), "old~1,many~3", THREE, 3);
        assertThat(light.places().getLast().distance()).isCloseTo(Math.sqrt((6 + 4.5) / 4), within(1e-12));
        assertThat(light.by()).extracting(Likeness.By::title).containsExactly("Måttet old", "Måttet many");
    }

    @Test
    void countsThosePlacesThatLackACharacteristicAndComparesThemNot() {
        List<Observation> values = new ArrayList<>(THREE);
        values.add(value(OLD, "2083", new Reading.Hidden()));
        values.add(value(OLD, "2084", new Reading.Missing()));
        values.add(value(OLD, "2085", new Reading.NotApplicable()));
        Likeness found =
                of("2080", places("2080", "2081", "2082", "2083", "2084", "2085", "2086"), "old,many", values, 20);
        assertThat(found.places()).extracting(near -> near.where().toString()).containsExactly("2081", "2082");
        assertThat(found.places().getFirst().distance()).isCloseTo(Math.sqrt(1.5), within(1e-12));
        assertThat(found.lacking()).isEqualTo(4);
    }

    @Test
    void findsNobodyWhereTheOwnPlaceLacksACharacteristic() {
        Likeness found = of("2083", places("2080", "2081", "2082", "2083"), "old", THREE, 3);
        assertThat(found.places()).isEmpty();
        assertThat(found.lacking()).isEqualTo(3);
    }

    @Test
    void leavesOutCharacteristicsThatAreNoIndicators() {
        Likeness found = of("2080", places("2080", "2081", "2082"), "old,unknown~5", THREE, 3);
        assertThat(found.by()).hasSize(1);
        assertThat(found.places().getFirst().distance()).isCloseTo(Math.sqrt(1.5), within(1e-12));
        Likeness none = of("2080", places("2080", "2081", "2082"), "unknown", THREE, 3);
        assertThat(none.places()).isEmpty();
        assertThat(none.by()).isEmpty();
    }

    @Test
    void putsEquallyDistantPlacesInOrderOfCodeAndTakesNoMoreThanAskedFor() {
        List<Observation> values = List.of(
                value(OLD, "2080", 10),
                value(OLD, "2085", 12),
                value(OLD, "2083", 8),
                value(OLD, "2084", 12),
                value(OLD, "2082", 40));
        Likeness found = of("2080", places("2085", "2084", "2083", "2082", "2080"), "old", values, 3);
        assertThat(found.places()).extracting(near -> near.where().toString()).containsExactly("2083", "2084", "2085");
    }

    @Test
    void allAlikeAreAtNoDistance() {
        List<Observation> values = List.of(value(OLD, "2080", 10), value(OLD, "2081", 10));
        assertThat(of("2080", places("2080", "2081"), "old", values, 3).places())
                .extracting(Likeness.Near::distance)
                .containsExactly(0.0);
    }

    @Property(tries = 200)
    void aDoubleIsNearestAndDistancesAreTheSameBothWays(
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 100) Double> old,
            @ForAll @Size(6) List<@IntRange(min = 1, max = 1_000_000) Integer> many,
            @ForAll @IntRange(min = 0, max = 5) int home,
            @ForAll @IntRange(min = 0, max = 5) int other) {
        List<Where> among = new ArrayList<>();
        List<Observation> values = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            for (String code : List.of("208" + at, "219" + at)) {
                among.add(Where.of(code));
                values.add(value(OLD, code, old.get(at)));
                values.add(value(MANY, code, many.get(at)));
            }
        }
        Likeness from = of("208" + home, among, "old~2,many", values, 20);
        assertThat(from.places().getFirst().distance()).isZero();
        assertThat(distance(from, "219" + home)).isZero();
        if (home != other) {
            Likeness back = of("208" + other, among, "old~2,many", values, 20);
            assertThat(distance(from, "208" + other)).isCloseTo(distance(back, "208" + home), within(1e-9));
        }
    }

    private static double distance(Likeness from, String code) {
        return from.places().stream()
                .filter(near -> near.where().equals(Where.of(code)))
                .findFirst()
                .orElseThrow()
                .distance();
    }
}
