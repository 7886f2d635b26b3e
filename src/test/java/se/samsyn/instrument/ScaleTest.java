package se.samsyn.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.instrument.FormExamples.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.Wording;

class ScaleTest {

    private static final Scale ORO = FormExamples.everyType().scales().getFirst();

    @Test
    void turnsReversedItemsRoundAndSums() {
        assertThat(ORO.score(answers("0", "1", "2"))).isEqualTo(new Score(key("oro"), OptionalDouble.of(5), 3, 3));
        assertThat(ORO.min()).isZero();
        assertThat(ORO.max()).isEqualTo(6);
    }

    @Test
    void fillsAMissingItemWithThePersonsMean() {
        Answers two = answers("0", "1", "2").with(key("trott"), new Answer.Special(SpecialAnswer.DECLINED));
        assertThat(ORO.score(two).value()).hasValue(4.5);
        assertThat(ORO.score(two).answered()).isEqualTo(2);
    }

    @Test
    void hasNoValueWhenTooFewItemsAreAnswered() {
        assertThat(ORO.score(Answers.NONE.with(key("lugn"), Answer.Chosen.of("1")))
                        .value())
                .isEmpty();
    }

    @Test
    void scoresSubscalesAfterTheirScale() {
        List<Score> scores = FormExamples.everyType().scores(answers("0", "1", "2"));
        assertThat(scores).extracting(score -> score.scale().value()).containsExactly("oro", "oro_kort");
        assertThat(scores.getLast().value()).hasValue(1.5);
    }

    /** Bland and Altman, BMJ 1997;314:572: ten items, item variances 11.16 together, variance of the sum 77.44. */
    @Test
    void givesTheAlphaOfThePublishedExample() {
        assertThat(CronbachAlpha.of(10, 11.16, 77.44)).isCloseTo(0.95, within(0.005));
    }

    @Test
    void givesAlphaOneForItemsThatSayTheSame() {
        Scale scale = scale(3, Set.of());
        assertThat(scale.alpha(List.of(persons(1, 1, 1), persons(2, 2, 2), persons(5, 5, 5)))
                        .orElseThrow())
                .isCloseTo(1, within(1e-12));
        assertThat(scale.alpha(List.of(persons(1, 1, 1)))).isEmpty();
        assertThat(scale.alpha(List.of(persons(3, 3, 3), persons(3, 3, 3)))).isEmpty();
    }

    @Property
    void leavesTheScoreWithinItsEndsHoweverMuchIsMissing(
            @ForAll @Size(6) List<@IntRange(min = 0, max = 11) Integer> given, @ForAll boolean reverse) {
        Scale scale = scale(6, reverse ? Set.of(key("i0"), key("i3")) : Set.of());
        Answers answers = Answers.NONE;
        for (int i = 0; i < 6; i++) {
            answers = given.get(i) == 11 ? answers : answers.with(key("i" + i), Answer.Amount.of(given.get(i)));
        }
        Score score = scale.score(answers);
        assertThat(score.value().isPresent()).isEqualTo(score.answered() >= 1);
        score.value().ifPresent(value -> assertThat(value).isBetween(scale.min(), scale.max()));
    }

    @Property
    void isTheMirrorImageWhenAllItemsAreReversed(@ForAll @Size(4) List<@IntRange(min = 0, max = 10) Integer> given) {
        Scale plain = scale(4, Set.of());
        Scale mirrored = scale(4, Set.copyOf(plain.items()));
        Answers answers = persons(given.stream().mapToInt(Integer::intValue).toArray());
        assertThat(plain.score(answers).value().orElseThrow()
                        + mirrored.score(answers).value().orElseThrow())
                .isCloseTo(40, within(1e-9));
    }

    private static Answers answers(String calm, String worried, String tired) {
        return Answers.NONE
                .with(key("lugn"), Answer.Chosen.of(calm))
                .with(key("orolig"), Answer.Chosen.of(worried))
                .with(key("trott"), Answer.Chosen.of(tired));
    }

    private static Answers persons(int... values) {
        Answers answers = Answers.NONE;
        for (int i = 0; i < values.length; i++) {
            answers = answers.with(key("i" + i), Answer.Amount.of(values[i]));
        }
        return answers;
    }

    private static Scale scale(int items, Set<VariableKey> reversed) {
        List<VariableKey> keys = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            keys.add(key("i" + i));
        }
        return new Scale(
                key("s"),
                Wording.same("S"),
                keys,
                reversed,
                Scale.Method.SUM,
                Range.of(0, 10),
                1,
                Direction.HIGHER_IS_BETTER,
                List.of(),
                Optional.empty());
    }
}
