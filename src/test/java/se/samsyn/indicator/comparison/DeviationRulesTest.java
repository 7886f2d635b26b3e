package se.samsyn.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.Break;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Target;
import se.samsyn.indicator.Wanted;
import se.samsyn.kernel.UnitId;
import se.samsyn.table.Where;

class DeviationRulesTest {

    private static final List<Where> GROUP =
            List.of("2101", "2102", "2103").stream().map(Where::of).toList();

    private static Indicator indicator(Scale scale, Wanted wanted) {
        return BoardExample.indicator(BoardExample.KEY, scale, wanted);
    }

    private static List<DeviationRules.Tried> tried(
            Wanted wanted, BoardExample example, List<Target> targets, Break... breaks) {
        return new DeviationRules(
                        indicator(Scale.PERCENT, wanted), BoardExample.HOME, GROUP, example.points(), List.of(breaks))
                .tried(targets);
    }

    private static List<Deviation> found(Wanted wanted, BoardExample example, Target... targets) {
        return DeviationRules.judged(tried(wanted, example, List.of(targets)));
    }

    private static BoardExample percent() {
        return BoardExample.of(Scale.PERCENT);
    }

    private static BoardExample years(double... values) {
        BoardExample example = percent();
        for (int at = 0; at < values.length; at++) {
            example.value("2080", 2025 - values.length + at, values[at]);
        }
        return example;
    }

    @Test
    void aUnitIsHeldToItsOwnTargetsAndThePlaceIsNot() {
        UnitId id = new UnitId(UUID.fromString("00000000-0000-0000-0000-0000000000d1"));
        Target place = BoardExample.target(BoardExample.KEY, 2024, 75, Target.Bound.AT_LEAST);
        Target unit = new Target(
                UUID.randomUUID(),
                place.indicator(),
                place.place(),
                Optional.of(id),
                2024,
                SexPart.ALL,
                90,
                Target.Bound.AT_LEAST,
                "");
        BoardExample example = percent().value("2080", 2024, 80).value("u-" + id, 2024, 80);

        assertThat(found(Wanted.NONE, example, place, unit)).isEmpty();
        List<Deviation> ofUnit = DeviationRules.judged(new DeviationRules(
                        indicator(Scale.PERCENT, Wanted.NONE), unit.home(), List.of(), example.points(), List.of())
                .tried(List.of(place, unit)));
        assertThat(ofUnit).singleElement().satisfies(one -> {
            assertThat(one.where()).isEqualTo(unit.home());
            assertThat(one.against()).isEqualTo(90);
        });
    }

    @Test
    void aTargetIsMissedOrReached() {
        Target least = BoardExample.target(BoardExample.KEY, 2024, 75, Target.Bound.AT_LEAST);
        Target most = BoardExample.target(BoardExample.KEY, 2024, 75, Target.Bound.AT_MOST);
        assertThat(found(Wanted.NONE, years(70), least)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Deviation.Kind.TARGET_MISSED);
            assertThat(one.value()).isEqualTo(70);
            assertThat(one.against()).isEqualTo(75);
            assertThat(one.chance()).isEmpty();
            assertThat(one.doubt()).isEqualTo(Deviation.Doubt.UNKNOWN);
        });
        assertThat(found(Wanted.NONE, years(75), least)).isEmpty();
        assertThat(found(Wanted.NONE, years(70), most)).isEmpty();
        assertThat(found(Wanted.NONE, years(80), most)).hasSize(1);
    }

    @Test
    void aTargetOfAYearOrSexWithoutValueIsNeitherMissedNorReached() {
        Target later = BoardExample.target(BoardExample.KEY, 2030, 75, Target.Bound.AT_LEAST);
        assertThat(tried(Wanted.NONE, years(70), List.of(later))).isEmpty();
        BoardExample hidden = percent().value("2080", 2030, SexPart.ALL, new Reading.Hidden());
        assertThat(tried(Wanted.NONE, hidden, List.of(later))).isEmpty();
        Target others =
                BoardExample.target(new se.samsyn.indicator.IndicatorKey("other"), 2024, 75, Target.Bound.AT_LEAST);
        assertThat(tried(Wanted.NONE, years(70), List.of(others))).isEmpty();
    }

    /* 30 of 100 has the interval 21.9 to 39.6. To the median 50 it is 20 points against 9.6 / 1.96 = 4.9: z 4.1. To 35 it is 5 against the same: z 1.0. */
    @Test
    void worseThanSimilarWhereChanceSeldomDoesIt() {
        BoardExample far = percent()
                .share("2080", 2024, SexPart.ALL, 30, 100)
                .value("2101", 2024, 40)
                .value("2102", 2024, 50)
                .value("2103", 2024, 60);
        assertThat(found(Wanted.HIGH, far)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Deviation.Kind.WORSE_THAN_SIMILAR);
            assertThat(one.against()).isEqualTo(50);
            assertThat(one.chance().orElseThrow()).isLessThan(0.001);
            assertThat(one.doubt()).isEqualTo(Deviation.Doubt.HARDLY);
        });
        assertThat(found(Wanted.LOW, far)).isEmpty();
        BoardExample near = percent()
                .share("2080", 2024, SexPart.ALL, 30, 100)
                .value("2101", 2024, 34)
                .value("2102", 2024, 35)
                .value("2103", 2024, 60);
        assertThat(found(Wanted.HIGH, near)).isEmpty();
        assertThat(tried(Wanted.HIGH, near, List.of())).hasSize(1);
    }

    @Test
    void withoutKnowingOfChanceOnlyTheLastOfAllIsWorse() {
        BoardExample last =
                years(30).value("2101", 2024, 31).value("2102", 2024, 50).value("2103", 2024, 60);
        assertThat(found(Wanted.HIGH, last)).extracting(Deviation::doubt).containsExactly(Deviation.Doubt.UNKNOWN);
        BoardExample second =
                years(35).value("2101", 2024, 31).value("2102", 2024, 50).value("2103", 2024, 60);
        assertThat(found(Wanted.HIGH, second)).isEmpty();
        BoardExample highest =
                years(70).value("2101", 2024, 31).value("2102", 2024, 50).value("2103", 2024, 60);
        assertThat(found(Wanted.LOW, highest)).hasSize(1);
    }

    @Test
    void similarNeedsThreeOthersOfTheSameYear() {
        BoardExample two =
                years(30).value("2101", 2024, 50).value("2102", 2024, 60).value("2103", 2023, 60);
        assertThat(tried(Wanted.HIGH, two, List.of())).isEmpty();
    }

    @Test
    void worseTrendInTheLastTenYears() {
        assertThat(found(Wanted.LOW, years(1, 2, 3, 4, 5))).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Deviation.Kind.WORSE_TREND);
            assertThat(one.chance().orElseThrow()).isCloseTo(2.0 / 120, within(1e-9));
            assertThat(one.against()).isEqualTo(1);
            assertThat(one.value()).isEqualTo(5);
        });
        assertThat(found(Wanted.HIGH, years(1, 2, 3, 4, 5))).isEmpty();
        assertThat(found(Wanted.LOW, years(3, 1, 4, 2, 5))).isEmpty();
        assertThat(tried(Wanted.LOW, years(1, 2, 3), List.of())).isEmpty();
        assertThat(found(Wanted.LOW, years(1, 2, 3, 4, 5, 6, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2)))
                .isEmpty();
    }

    @Test
    void aTrendIsJudgedSinceTheLastBreak() {
        BoardExample example = years(1, 2, 3, 4, 9, 5);
        assertThat(tried(Wanted.LOW, example, List.of(), new Break(2023, "Ny lag")))
                .isEmpty();
        assertThat(tried(Wanted.LOW, example, List.of(), new Break(2000, "Förr")))
                .hasSize(1);
        assertThat(tried(Wanted.LOW, example, List.of(), new Break(2030, "Framöver")))
                .hasSize(1);
    }

    @Test
    void womenAndMenDiffer() {
        BoardExample far =
                percent().share("2080", 2024, SexPart.WOMEN, 60, 100).share("2080", 2024, SexPart.MEN, 40, 100);
        assertThat(found(Wanted.NONE, far)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Deviation.Kind.GAP);
            assertThat(one.value()).isEqualTo(60);
            assertThat(one.against()).isEqualTo(40);
        });
        BoardExample near =
                percent().share("2080", 2024, SexPart.WOMEN, 52, 100).share("2080", 2024, SexPart.MEN, 50, 100);
        assertThat(found(Wanted.NONE, near)).isEmpty();
        assertThat(tried(Wanted.NONE, near, List.of())).hasSize(1);
        BoardExample hidden = percent()
                .share("2080", 2024, SexPart.WOMEN, 60, 100)
                .value("2080", 2024, SexPart.MEN, new Reading.Hidden());
        assertThat(tried(Wanted.NONE, hidden, List.of())).isEmpty();
    }

    @Test
    void nothingIsWorseWithoutAWantedDirection() {
        BoardExample example = years(1, 2, 3, 4, 5, 90)
                .value("2101", 2024, 31)
                .value("2102", 2024, 50)
                .value("2103", 2024, 60);
        assertThat(tried(Wanted.NONE, example, List.of())).isEmpty();
        assertThat(tried(Wanted.LOW, example, List.of())).hasSize(2);
    }

    private static DeviationRules.Tried tried(double p, boolean listed) {
        return new DeviationRules.Tried(
                new Deviation(
                        Deviation.Kind.GAP,
                        indicator(Scale.PERCENT, Wanted.NONE),
                        BoardExample.HOME,
                        2024,
                        SexPart.WOMEN,
                        1,
                        2,
                        OptionalDouble.of(p),
                        OptionalDouble.empty()),
                listed);
    }

    /* Of ten tried with p 0.01, 0.02, 0.04 and seven above: the rates of the first three are 10 x 0.01 / 1 = 0.10, 10 x 0.02 / 2 = 0.10 and
     * 10 x 0.04 / 3 = 0.133 (Benjamini and Hochberg 1995). Of the three alone they would be 0.03, 0.03 and 0.04, and all would hardly be chance. */
    @Test
    void falseFindsAreCountedAmongAllThatWereTried() {
        List<DeviationRules.Tried> all =
                new ArrayList<>(List.of(tried(0.04, true), tried(0.01, true), tried(0.02, true)));
        List<Deviation> alone = DeviationRules.judged(all);
        assertThat(alone).extracting(one -> one.falseRate().orElseThrow()).containsExactly(0.03, 0.03, 0.04);
        assertThat(alone).extracting(Deviation::doubt).containsOnly(Deviation.Doubt.HARDLY);
        for (double p : new double[] {0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 1}) {
            all.add(tried(p, false));
        }
        List<Deviation> among = DeviationRules.judged(all);
        assertThat(among).hasSize(3).extracting(Deviation::doubt).containsOnly(Deviation.Doubt.MAYBE);
        assertThat(among.getFirst().falseRate().orElseThrow()).isCloseTo(0.10, within(1e-12));
        assertThat(among.get(1).falseRate().orElseThrow()).isCloseTo(0.10, within(1e-12));
        assertThat(among.getLast().falseRate().orElseThrow()).isCloseTo(0.4 / 3, within(1e-12));
        assertThat(among.getLast().chance()).hasValue(0.04);
    }
}
