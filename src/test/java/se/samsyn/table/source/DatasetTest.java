package se.samsyn.table.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;
import se.samsyn.kernel.Wording;

class DatasetTest {

    private static final UnitId UNIT = new UnitId(new UUID(0, 1));
    private static final Variable HOME = new Variable(
            "home",
            Wording.same("Home"),
            Wording.same("Where do you live?"),
            Kind.SINGLE,
            Theme.NEED,
            Direction.HIGHER_IS_BETTER,
            List.of(new Category("street", Wording.same("Street")), new Category("own", Wording.same("Own"))),
            Set.of(Moment.BEFORE, Moment.DURING),
            Wording.same("-"));
    private static final Variable SCORE = new Variable(
            "score",
            Wording.same("Score"),
            Wording.same("Score"),
            Kind.SCALE,
            Theme.CHANGE,
            Direction.LOWER_IS_BETTER,
            List.of(),
            Set.of(Moment.BEFORE, Moment.DURING),
            Wording.same("0-60"));

    private final DatasetBuilder builder = Dataset.of(
                    new Listed(new InstrumentKey("home"), Wording.same("Home")), Wording.same("Test"), Instant.EPOCH)
            .variable(HOME)
            .variable(SCORE)
            .unit(new UnitPlace(UNIT, Wording.same("Unit"), new PlaceCode("2080")));

    private DatasetBuilder.Row row() {
        return builder.row(new Case(
                UNIT, PlaceMark.OPEN, Sex.WOMAN, OptionalInt.of(1990), 2024, Step.FOLLOWED_UP, Course.ONGOING));
    }

    @Test
    void tellsNoOccasionFromNoAnswerFromDeclined() {
        row().held(Wave.BEFORE).blank("score", Wave.BEFORE, Blank.DECLINED);
        Dataset data = builder.build();
        assertThat(data.blank(0, HOME, Wave.BEFORE)).contains(Blank.NOT_ANSWERED);
        assertThat(data.blank(0, HOME, Wave.during(6))).contains(Blank.NO_OCCASION);
        assertThat(data.blank(0, SCORE, Wave.BEFORE)).contains(Blank.DECLINED);
        assertThat(data.number(0, SCORE, Wave.BEFORE)).isNaN();
        assertThat(data.category(0, HOME, Wave.BEFORE)).isEqualTo(-1);
    }

    @Test
    void takesTheLastAnsweredLaterWaveAsTheLatest() {
        row().choose("home", Wave.BEFORE, "street")
                .choose("home", Wave.during(6), "own")
                .held(Wave.during(12));
        row().choose("home", Wave.BEFORE, "street");
        Dataset data = builder.build();
        assertThat(data.category(0, HOME, Wave.LATEST)).isEqualTo(1);
        assertThat(data.blank(0, SCORE, Wave.LATEST)).contains(Blank.NOT_ANSWERED);
        assertThat(data.blank(1, HOME, Wave.LATEST)).contains(Blank.NO_OCCASION);
        assertThat(data.waves()).containsExactly(Wave.BEFORE, Wave.during(6), Wave.during(12));
    }

    @Test
    void keepsDecimalsOfScoresAsWritten() {
        row().number("score", Wave.BEFORE, 32.7);
        assertThat(builder.build().number(0, SCORE, Wave.BEFORE)).isEqualTo(32.7);
    }

    @Test
    void refusesUnknownCodesAndWrongKinds() {
        assertThatThrownBy(() -> row().choose("home", Wave.BEFORE, "castle"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row().number("home", Wave.BEFORE, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsTheFurthestStepOfAnUnbrokenChain() {
        assertThat(Step.furthest(Set.of(Step.OPENED, Step.DESCRIBED_BEFORE, Step.CLOSED)))
                .isEqualTo(Step.DESCRIBED_BEFORE);
        assertThat(Step.furthest(Set.of())).isEqualTo(Step.OPENED);
    }

    @Test
    void holdsAHundredThousandRowsOfThirtyVariablesInLittleMemory() {
        for (int row = 0; row < 100_000; row++) {
            DatasetBuilder.Row added = row();
            for (int months = 6; months <= 24; months += 6) {
                added.choose("home", Wave.during(months), row % 2 == 0 ? "own" : "street");
            }
        }
        assertThat(builder.build().size()).isEqualTo(100_000);
    }
}
