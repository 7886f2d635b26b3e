package se.samsyn.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Wanted;

/** One year: dots, funnel and ranks. */
class PlacesPaintersTest {

    private final Speech speech = BoardExample.speech();

    private Picture dots(BoardExample example) {
        return new DotPainter(speech).paint(example.board(View.DOTS));
    }

    private Picture funnel(BoardExample example) {
        return new FunnelPainter(speech).paint(example.board(View.FUNNEL));
    }

    private Picture rank(BoardExample example) {
        return new RankPainter(speech).paint(example.board(View.RANK));
    }

    private static BoardExample shares(int own, int whole, int... others) {
        BoardExample example = BoardExample.of(Scale.PERCENT).share("2080", 2024, SexPart.ALL, own, whole);
        for (int at = 0; at < others.length; at++) {
            String code = String.valueOf(2101 + at);
            example.group(code).share(code, 2024, SexPart.ALL, others[at], whole);
        }
        return example;
    }

    private static List<String> labels(Picture picture) {
        return picture.lines().stream().map(Picture.Line::label).toList();
    }

    private static List<String> column(Picture picture, int at) {
        return picture.lines().stream().map(line -> line.boxes().get(at).text()).toList();
    }

    /* Of 100 each: 30 differs from 60 by z = 4.3 and from 5 by 4.6, from 32 by 0.3 and from 40 by 1.5. */
    @Test
    void dotsCountThoseWhoLieApartAndStandInOrder() {
        Picture picture = dots(shares(30, 100, 60, 5, 32, 40));
        assertThat(picture.sentence())
                .contains("Av 4 jämförda platser ligger 1 tydligt högre och 1 tydligt lägre; 2 går inte att skilja");
        assertThat(labels(picture)).containsExactly("Ort 2101", "Ort 2104", "Ort 2103", "Ort 2080", "Ort 2102");
        assertThat(picture.headings()).containsExactly("Alla", "Täljare", "Nämnare");
        assertThat(column(picture, 1)).containsExactly("60", "40", "32", "30", "5");
        assertThat(picture.lines().get(3).style()).isEqualTo("own");
        assertThat(picture.lines().get(3).boxes().getFirst().interval())
                .contains("21,9")
                .contains("39,6");
    }

    @Test
    void dotsPutThoseWithoutNumberLastInOrderOfName() {
        Picture picture =
                dots(shares(0, 100, 7).group("2199", "2198").value("2198", 2024, SexPart.ALL, new Reading.Hidden()));
        assertThat(labels(picture)).containsExactly("Ort 2101", "Ort 2080", "Ort 2198", "Ort 2199");
        assertThat(column(picture, 0)).containsExactly("7,0\u00a0%", "0,0\u00a0%", "..", "saknas");
        assertThat(picture.drawing().orElseThrow().series().getFirst().values()).containsExactly(7.0, 0.0, null, null);
    }

    @Test
    void dotsWithoutIntervalsSayThatChanceIsNotKnown() {
        Picture picture = dots(BoardExample.of(Scale.OTHER)
                .group("2101", "2102", "2103")
                .value("2080", 2024, 20)
                .value("2101", 2024, 30)
                .value("2102", 2024, 20)
                .value("2103", 2024, 10));
        assertThat(picture.sentence())
                .contains("Av 3 jämförda platser har 1 ett högre värde")
                .contains("går inte att säga");
        assertThat(picture.drawing().orElseThrow().series().getFirst().low()).containsOnlyNulls();
    }

    @Test
    void dotsAloneAndWithoutOwnValue() {
        assertThat(dots(shares(30, 100)).sentence()).contains("inga andra att jämföra med");
        Picture none = dots(BoardExample.of(Scale.PERCENT).group("2101").value("2101", 2024, 3));
        assertThat(none.sentence()).isEqualTo("Det finns inget värde för Ort 2080.");
        assertThat(none.title()).endsWith("inget värde").doesNotContain(", 0");
    }

    @Test
    void dotsDrawNoMoreThanSixtyAndSayIt() {
        int[] many = new int[80];
        for (int at = 0; at < many.length; at++) {
            many[at] = at;
        }
        Picture picture = dots(shares(50, 100, many));
        assertThat(picture.lines()).hasSize(81);
        assertThat(picture.drawing().orElseThrow().labels()).hasSize(60).contains("Ort 2080");
        assertThat(picture.notes()).contains("Diagrammet visar 60 av 81 platser; tabellen alla.");
    }

    /* Five places of 100 with 50, 50, 50, 50 and 90: together 58 %, standard error the root of 0.58 x 0.42 / 100 = 4.94 points. The inner limits are
     * 48.3 and 67.7, the outer 42.7 and 73.3. */
    @Test
    void funnelPlacesEachWithinOrOutsideTheLimits() {
        Picture picture = funnel(shares(90, 100, 50, 50, 50, 50));
        assertThat(column(picture, 3))
                .containsExactly("långt över", "inom slumpen", "inom slumpen", "inom slumpen", "inom slumpen");
        assertThat(labels(picture).getFirst()).isEqualTo("Ort 2080");
        assertThat(picture.sentence())
                .startsWith("Ort 2080 ligger långt över")
                .contains("Av 5 platser ligger 1 utanför de inre gränserna och 1 utanför de yttre")
                .doesNotContain("skiljer sig alltså");
        Drawing drawing = picture.drawing().orElseThrow();
        assertThat(drawing.baseline())
                .hasValueSatisfying(
                        value -> assertThat(value).isCloseTo(58.0, org.assertj.core.api.Assertions.within(1e-9)));
        assertThat(drawing.series().getFirst().at()).containsOnly(100.0).hasSize(4);
    }

    @Test
    void funnelSaysWhenPlacesDifferByMoreThanChance() {
        assertThat(funnel(shares(90, 100, 10, 50, 90, 10)).sentence()).contains("skiljer sig alltså åt");
    }

    @Test
    void funnelNeedsFivePlacesAndBases() {
        assertThat(funnel(shares(90, 100, 50, 50, 50)).sentence()).startsWith("Trattdiagram kan inte ritas");
        Picture bare = funnel(BoardExample.of(Scale.PERCENT)
                .group("2101", "2102", "2103", "2104")
                .value("2080", 2024, 1)
                .value("2101", 2024, 2)
                .value("2102", 2024, 3)
                .value("2103", 2024, 4)
                .value("2104", 2024, 5));
        assertThat(bare.sentence()).startsWith("Trattdiagram kan inte ritas");
        assertThat(bare.drawing()).isEmpty();
        assertThat(bare.lines()).isEmpty();
    }

    @Test
    void funnelSaysThatThereIsNothingToTryWhereAllAreAlike() {
        assertThat(funnel(shares(100, 100, 100, 100, 100, 100)).sentence()).contains("alla platser har samma värde");
        assertThat(funnel(shares(0, 100, 0, 0, 0, 0)).sentence()).contains("alla platser har samma värde");
    }

    @Test
    void funnelWithoutTheOwnPlace() {
        Picture hidden = funnel(shares(90, 100, 50, 50, 50, 50, 50).value("2080", 2025, 3));
        assertThat(hidden.sentence()).startsWith("Trattdiagram kan inte ritas");
        BoardExample example = shares(1, 100, 50, 50, 50, 50, 50);
        Picture nation = funnel(example.home("SE").share("SE", 2024, SexPart.ALL, 500, 1000));
        assertThat(nation.sentence()).startsWith("Ort SE är inte själv en av dem");
    }

    @Test
    void ranksShareTies() {
        BoardExample example = BoardExample.of(Scale.OTHER)
                .group("2101", "2102", "2103")
                .value("2080", 2024, 30)
                .value("2101", 2024, 40)
                .value("2102", 2024, 30)
                .value("2103", 2024, 10);
        Picture picture = rank(example);
        assertThat(labels(picture)).containsExactly("Ort 2101", "Ort 2080", "Ort 2102", "Ort 2103");
        assertThat(column(picture, 0)).containsExactly("1", "2", "2", "4");
        assertThat(column(picture, 1))
                .containsExactly(
                        "▲ första fjärdedelen", "● mittersta hälften", "● mittersta hälften", "▼ sista fjärdedelen");
        assertThat(picture.sentence()).isEqualTo("Ort 2080 har rang 2 av 4. Hur säker den är går inte att säga.");
        assertThat(picture.notes()).contains("Rang 1 har högsta värdet. Rang säger inget om bra eller dåligt.");
    }

    @Test
    void ranksBeginWithTheLowestWhereLowIsWanted() {
        BoardExample example = BoardExample.of(BoardExample.indicator(BoardExample.KEY, Scale.OTHER, Wanted.LOW))
                .group("2101", "2102")
                .value("2080", 2024, 30)
                .value("2101", 2024, 40)
                .value("2102", 2024, 10);
        assertThat(labels(rank(example))).containsExactly("Ort 2102", "Ort 2080", "Ort 2101");
        assertThat(column(rank(example), 0)).containsExactly("1", "2", "3");
    }

    @Test
    void ranksSpanWhatChanceMayDo() {
        assertThat(rank(shares(500, 1000, 100, 900)).sentence())
                .isEqualTo("Ort 2080 har rang 2 av 3 och går att skilja från alla andra platser.");
        assertThat(rank(shares(5, 10, 4, 6)).sentence()).startsWith("Ort 2080 kan ha vilken rang som helst av 3");
        Picture some = rank(shares(500, 1000, 505, 100));
        assertThat(some.sentence()).startsWith("Ort 2080 har rang 1–2 av 3");
        assertThat(column(some, 0)).containsExactly("1–2", "1–2", "3");
    }

    @Test
    void ranksLeaveOutThoseWithoutValueAndSayIt() {
        Picture picture = rank(shares(5, 10, 4).group("2199").value("2199", 2024, SexPart.ALL, new Reading.Hidden()));
        assertThat(labels(picture)).doesNotContain("Ort 2199");
        assertThat(picture.notes().getFirst()).startsWith("Rang bland 2 platser med värde.");
        assertThat(rank(shares(5, 10, 4).home("SE").value("SE", 2024, 3)).sentence())
                .startsWith("Ort SE är inte själv en av dem");
    }

    @Test
    void ranksAllowForAFewPlacesOfUnknownDoubt() {
        BoardExample example = BoardExample.of(Scale.PERCENT).share("2080", 2024, SexPart.ALL, 990, 1000);
        for (int at = 1; at < 19; at++) {
            String code = String.valueOf(2100 + at);
            example.group(code).share(code, 2024, SexPart.ALL, 50 * at, 1000);
        }
        example.group("2120").value("2120", 2024, 12);

        Picture picture = rank(example);

        assertThat(picture.sentence()).startsWith("Ort 2080 har rang 1–2 av 20");
        assertThat(column(picture, 0)).contains("1–20");
        assertThat(picture.notes()).anyMatch(note -> note.startsWith("För 1 platser är det inte känt"));
    }

    @Test
    void unweightedMeansAreMarkedAndNotRanked() {
        BoardExample example = shares(50, 100, 40, 60).group("2199").mean("2199", 2024, 55, 7);

        assertThat(labels(rank(example))).doesNotContain("Ort 2199").hasSize(3);
        Picture dots = dots(example);
        assertThat(labels(dots)).contains("Ort 2199");
        assertThat(column(dots, 0)).anyMatch(text -> text.contains("(medel)"));
        assertThat(example.board(View.DOTS).showsMeans()).isTrue();
        assertThat(shares(50, 100, 40).board(View.DOTS).showsMeans()).isFalse();
    }

    @Test
    void quartersAreOfAll() {
        assertThat(RankPainter.quarter(1, 4)).isEqualTo("first");
        assertThat(RankPainter.quarter(2, 4)).isEqualTo("middle");
        assertThat(RankPainter.quarter(3, 4)).isEqualTo("middle");
        assertThat(RankPainter.quarter(4, 4)).isEqualTo("last");
        assertThat(RankPainter.quarter(72, 290)).isEqualTo("first");
        assertThat(RankPainter.quarter(73, 290)).isEqualTo("middle");
        assertThat(RankPainter.quarter(218, 290)).isEqualTo("last");
    }
}
