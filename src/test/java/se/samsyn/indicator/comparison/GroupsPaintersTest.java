package se.samsyn.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Wanted;

/** Women and men, groups, and little charts. */
class GroupsPaintersTest {

    private final Speech speech = BoardExample.speech();

    private Picture gap(BoardExample example) {
        return new GapPainter(speech).paint(example.board(View.GAP));
    }

    private Picture inequality(BoardExample example) {
        return new InequalityPainter(speech).paint(example.board(View.INEQUALITY));
    }

    private Picture multiples(BoardExample example) {
        return new MultiplesPainter(speech).paint(example.board(View.MULTIPLES));
    }

    private static BoardExample both(int women, int men, int whole) {
        return BoardExample.of(Scale.PERCENT)
                .share("2080", 2024, SexPart.ALL, women + men, 2 * whole)
                .share("2080", 2024, SexPart.WOMEN, women, whole)
                .share("2080", 2024, SexPart.MEN, men, whole);
    }

    private static List<String> texts(Picture.Line line) {
        return line.boxes().stream().map(Picture.Box::text).toList();
    }

    /* 60 and 40 of 100 differ by 20 points, standard error the root of 2 x 0.24 / 100 = 6.9: z 2.9, p 0.004. */
    @Test
    void gapIsWomenLessMenWithRatioAndChance() {
        Picture picture = gap(both(60, 40, 100));
        assertThat(texts(picture.lines().getFirst()))
                .containsExactly("60,0\u00a0%", "40,0\u00a0%", "+20,0 procentenheter", "1,50");
        assertThat(picture.sentence())
                .startsWith("I Ort 2080 år 2024 har kvinnor ett högre värde än män, 20,0 procentenheter")
                .contains("p\u00a0=\u00a00,00");
        assertThat(gap(both(40, 60, 100)).sentence()).contains("har män ett högre värde än kvinnor");
        assertThat(gap(both(40, 60, 100)).lines().getFirst().boxes().get(3).text())
                .isEqualTo("0,67");
    }

    @Test
    void gapThatMayBeChance() {
        assertThat(gap(both(52, 50, 100)).sentence()).contains("kan vara slump");
        assertThat(gap(both(50, 50, 100)).sentence())
                .isEqualTo("I Ort 2080 år 2024 är värdet detsamma för kvinnor och män.");
    }

    @Test
    void gapWithoutBasesSaysThatChanceIsNotKnown() {
        Picture picture = gap(BoardExample.of(Scale.OTHER)
                .value("2080", 2024, 3)
                .value("2080", 2024, SexPart.WOMEN, Reading.of(2))
                .value("2080", 2024, SexPart.MEN, Reading.of(4)));
        assertThat(picture.sentence()).contains("ligger mäns värde 2,0 högre").contains("nämnaren inte är känd");
        assertThat(texts(picture.lines().getFirst())).containsExactly("2,0", "4,0", "−2,0", "0,50");
    }

    @Test
    void gapHasNoDifferenceNorRatioWhereOneIsNotKnown() {
        Picture picture = gap(both(60, 0, 100)
                .share("2080", 2023, SexPart.WOMEN, 10, 100)
                .value("2080", 2023, SexPart.ALL, Reading.of(5))
                .value("2080", 2023, SexPart.MEN, new Reading.Hidden()));
        assertThat(texts(picture.lines().getFirst())).containsExactly("10,0\u00a0%", "..", "", "");
        assertThat(texts(picture.lines().getLast()))
                .containsExactly("60,0\u00a0%", "0,0\u00a0%", "+60,0 procentenheter", "");
        Picture none = gap(BoardExample.of(Scale.PERCENT).value("2080", 2024, 3));
        assertThat(none.sentence()).isEqualTo("Det finns inga värden för kvinnor och män i Ort 2080.");
        assertThat(none.lines()).isEmpty();
        assertThat(none.drawing()).isEmpty();
    }

    private static BoardExample groups(Reading... readings) {
        Indicator.Group[] groups = {
            new Indicator.Group("1", "kort"), new Indicator.Group("2", "mellan"), new Indicator.Group("3", "lång")
        };
        BoardExample example =
                BoardExample.of(BoardExample.indicator(BoardExample.KEY, Scale.PERCENT, Wanted.NONE, groups));
        for (int at = 0; at < readings.length; at++) {
            example.ofGroup("2080", 2024, groups[at].code(), readings[at]);
        }
        return example;
    }

    private static Reading share(int part, int whole) {
        return new Reading.Known(100.0 * part / whole, java.util.Optional.of(new Reading.Base(part, whole)));
    }

    /* Three groups of equal size have their middles at 1/6, 1/2 and 5/6. Shares of 10, 20 and 30 % lie on a line that rises 10 points a third: 30 points
     * from the lowest to the highest person, from 5 to 35 %. */
    @Test
    void inequalityTellsTheSlopeIndex() {
        Picture picture = inequality(groups(share(100, 1000), share(200, 1000), share(300, 1000)));
        assertThat(picture.lines())
                .extracting(Picture.Line::label)
                .containsExactly(
                        "kort",
                        "mellan",
                        "lång",
                        "Skillnad sista–första gruppen",
                        "Kvot sista/första gruppen",
                        "Lutningsindex (SII)",
                        "Relativt index (RII)");
        assertThat(picture.lines())
                .extracting(line -> line.boxes().getFirst().text())
                .startsWith(
                        "10,0\u00a0%",
                        "20,0\u00a0%", "30,0\u00a0%", "+20,0 procentenheter", "3,00", "+30,0 procentenheter");
        assertThat(picture.lines().get(0).boxes().get(1).text()).isEqualTo("1\u00a0000");
        assertThat(picture.sentence())
                .startsWith("I Ort 2080 stiger värdet från kort till lång, sammanlagt 30,0 procentenheter");
        assertThat(inequality(groups(share(300, 1000), share(200, 1000), share(100, 1000)))
                        .sentence())
                .contains("sjunker värdet från kort till lång, sammanlagt 30,0 procentenheter");
        assertThat(inequality(groups(share(10, 50), share(12, 50), share(11, 50)))
                        .sentence())
                .contains("ingen säker lutning");
    }

    @Test
    void inequalityNeedsAllGroupsAndTheirNumbers() {
        Picture hidden = inequality(groups(share(100, 1000), new Reading.Hidden(), share(300, 1000)));
        assertThat(hidden.lines()).hasSize(3);
        assertThat(hidden.lines().get(1).boxes().getFirst().text()).isEqualTo("..");
        assertThat(hidden.drawing().orElseThrow().series().getFirst().values()).containsExactly(10.0, null, 30.0);
        assertThat(hidden.sentence()).contains("antalen bakom är inte kända");
        assertThat(inequality(BoardExample.of(Scale.PERCENT).value("2080", 2024, 3))
                        .sentence())
                .startsWith("Indikatorn är inte uppdelad på grupper");
        Picture none = inequality(groups());
        assertThat(none.sentence()).isEqualTo("Det finns inget värde för Ort 2080.");
        assertThat(none.lines()).isEmpty();
    }

    /* 10, 20 and 30 on a scale from 10 to 30: the chart is 100 wide and 40 high with a margin of 3. */
    @Test
    void multiplesShareOneScaleThatIsTold() {
        Picture picture = multiples(BoardExample.of(Scale.PERCENT)
                .group("2101", "2102")
                .value("2080", 2022, 10)
                .value("2080", 2023, 20)
                .value("2080", 2024, 30)
                .value("2101", 2022, 20)
                .value("2101", 2024, 10));
        assertThat(picture.small().getFirst().paths()).containsExactly("M3.0 37.0L50.0 20.0L97.0 3.0");
        assertThat(picture.small().get(1).paths()).containsExactly("M3.0 20.0h0.01", "M97.0 37.0h0.01");
        assertThat(picture.small().get(2).paths()).isEmpty();
        assertThat(picture.small().get(2).spoken()).isEqualTo("Ort 2102: inget värde");
        assertThat(picture.small().getFirst().spoken()).isEqualTo("Ort 2080: 30,0\u00a0% (2024)");
        assertThat(picture.notes()).containsExactly("Alla diagram har samma skala: 10,0\u00a0% till 30,0\u00a0%.");
        assertThat(picture.sentence())
                .startsWith("Av 2 platser med värde båda åren har 1 ett högre värde 2024 än 2022 och 1 ett lägre.");
        assertThat(texts(picture.lines().get(2))).containsExactly("saknas", "saknas", "saknas");
    }

    @Test
    void multiplesBreakTheLineAndCompareOnlyWhatFollows() {
        Picture picture = multiples(BoardExample.of(Scale.PERCENT)
                .broken(2023, "Ny lag")
                .value("2080", 2021, 90)
                .value("2080", 2022, 80)
                .value("2080", 2023, 10)
                .value("2080", 2024, 20));
        assertThat(picture.small().getFirst().paths()).hasSize(2);
        assertThat(picture.sentence()).contains("har 1 ett högre värde 2024 än 2023");
    }

    @Test
    void multiplesOfOneYearAndOfNone() {
        assertThat(multiples(BoardExample.of(Scale.PERCENT).value("2080", 2024, 5))
                        .small()
                        .getFirst()
                        .paths())
                .containsExactly("M50.0 20.0h0.01");
        Picture none = multiples(BoardExample.of(Scale.PERCENT));
        assertThat(none.notes()).isEmpty();
        assertThat(none.sentence()).isEqualTo("Det finns för få år för att visa en utveckling.");
        assertThat(none.title()).endsWith("inget värde");
    }
}
