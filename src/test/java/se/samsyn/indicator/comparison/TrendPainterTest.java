package se.samsyn.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;

class TrendPainterTest {

    private final TrendPainter painter = new TrendPainter(BoardExample.speech());

    private Picture paint(BoardExample example) {
        return painter.paint(example.board(View.TREND));
    }

    private static BoardExample years(double... values) {
        BoardExample example = BoardExample.of(Scale.PERCENT);
        for (int at = 0; at < values.length; at++) {
            example.value("2080", 2025 - values.length + at, values[at]);
        }
        return example;
    }

    private static List<@Nullable Double> line(Picture picture, String name) {
        return picture.drawing().orElseThrow().series().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    /** Of 120 orders of five years one rises all the way and one falls: p is 2/120 = 0.017. */
    @Test
    void saysUpAndDownByRule() {
        assertThat(paint(years(1, 2, 3, 4, 5)).sentence())
                .startsWith("Ort 2080 gick från 1,0\u00a0% (2020) till 5,0\u00a0% (2024). Värdet stiger")
                .contains("(p\u00a0=\u00a00,017)")
                .contains("Varför går inte att se här");
        assertThat(paint(years(5, 4, 3, 2, 1)).sentence())
                .contains("Värdet sjunker")
                .contains("(p\u00a0=\u00a00,017)");
    }

    /** Of 24 orders of four years two go all the way: p is 0.08, so four years alone never tell a development. */
    @Test
    void saysThatItMayBeChance() {
        assertThat(paint(years(1, 2, 3, 4)).sentence()).endsWith("kan vara slump (p\u00a0=\u00a00,083).");
        assertThat(paint(years(3, 1, 4, 2, 5)).sentence()).contains("kan vara slump");
        assertThat(paint(years(2, 2, 2, 2, 2)).sentence()).contains("kan vara slump (p\u00a0=\u00a01,00)");
    }

    @Test
    void saysThatYearsAreTooFew() {
        assertThat(paint(years(1, 2, 3)).sentence())
                .isEqualTo(
                        "Ort 2080 har 3,0\u00a0% år 2024. Med 3 år går det inte att säga om det är en utveckling; det behövs minst fyra.");
    }

    @Test
    void saysThatThereIsNothing() {
        Picture picture = paint(BoardExample.of(Scale.PERCENT).group("2081").value("2081", 2020, 7));
        assertThat(picture.sentence()).isEqualTo("Det finns inget värde för Ort 2080.");
        assertThat(picture.title()).endsWith("inget värde");
        assertThat(picture.drawing()).isEmpty();
        assertThat(picture.lines()).isEmpty();
    }

    @Test
    void leavesAGapWhereAYearLacksAValue() {
        BoardExample example = years(10, 20, 30, 40, 50, 60, 70)
                .value("2080", 2019, SexPart.ALL, new Reading.Missing())
                .value("2080", 2020, SexPart.ALL, new Reading.Hidden())
                .value("2080", 2021, SexPart.ALL, new Reading.NotApplicable());
        Picture picture = paint(example);
        assertThat(picture.drawing().orElseThrow().labels())
                .containsExactly("2018", "2019", "2020", "2021", "2022", "2023", "2024");
        assertThat(line(picture, "Ort 2080")).containsExactly(10.0, null, null, null, 50.0, 60.0, 70.0);
        assertThat(picture.lines())
                .extracting(line -> line.boxes().getFirst().text())
                .containsExactly("10,0\u00a0%", "saknas", "..", ".", "50,0\u00a0%", "60,0\u00a0%", "70,0\u00a0%");
    }

    @Test
    void leavesAGapWhereTheOwnPlaceHasNothingAndOthersHave() {
        BoardExample example = BoardExample.of(Scale.PERCENT)
                .references("20")
                .value("2080", 2020, 1)
                .value("2080", 2022, 3)
                .value("20", 2020, 5)
                .value("20", 2021, 6)
                .value("20", 2022, 7);
        Picture picture = paint(example);
        assertThat(line(picture, "Ort 2080")).containsExactly(1.0, null, 3.0);
        assertThat(line(picture, "Ort 20")).containsExactly(5.0, 6.0, 7.0);
    }

    @Test
    void tellsOfABreakAndJudgesOnlyWhatFollowsIt() {
        Picture picture = paint(years(90, 80, 1, 2, 3, 4, 5).broken(2020, "Ny lag"));
        assertThat(picture.sentence())
                .startsWith("Ort 2080 gick från 1,0\u00a0% (2020)")
                .contains("stiger");
        assertThat(picture.notes())
                .anySatisfy(note -> assertThat(note).contains("2020").contains("Ny lag"));
        assertThat(picture.lines()).extracting(Picture.Line::label).contains("2020 ‖", "2021");
        assertThat(picture.drawing().orElseThrow().marks()).containsExactly(new Drawing.Mark(2, "Ny lag"));
        assertThat(paint(years(1, 2, 3, 4, 5).broken(2003, "Förr")).notes()).isEmpty();
    }

    @Test
    void aMedianNeedsThreePlaces() {
        BoardExample example = BoardExample.of(Scale.PERCENT)
                .group("2081", "2082", "2083", "2084")
                .value("2080", 2023, 50)
                .value("2080", 2024, 50)
                .value("2081", 2023, 10)
                .value("2082", 2023, 30)
                .value("2083", 2023, SexPart.ALL, new Reading.Hidden())
                .value("2081", 2024, 10)
                .value("2082", 2024, 30)
                .value("2083", 2024, 20)
                .value("2084", 2024, 90);
        Picture picture = paint(example);
        assertThat(line(picture, "Median bland jämförda")).containsExactly(null, 25.0);
        assertThat(picture.lines())
                .extracting(line -> line.boxes().get(1).text())
                .containsExactly("", "25,0\u00a0%");
        assertThat(picture.notes()).contains("Medianen är det mittersta värdet av 4 jämförda platser, utan vikter.");
    }

    @Test
    void drawsTargetsAndMarksRevisedValues() {
        Picture picture = paint(years(1, 2, 3).target(2024, 75).revised("2080", 2023, 1.5, 2));
        assertThat(line(picture, "Mål")).containsExactly(null, null, 75.0);
        assertThat(picture.lines())
                .extracting(line -> line.boxes().getFirst().text())
                .containsExactly("1,0\u00a0%", "2,0\u00a0% r", "3,0\u00a0%");
        assertThat(picture.notes()).anySatisfy(note -> assertThat(note).startsWith("r ="));
    }

    @Test
    void showsWomenAndMenInTheirOwnLines() {
        BoardExample example = BoardExample.of(Scale.PERCENT)
                .sexes(SexPart.WOMEN, SexPart.MEN)
                .share("2080", 2024, SexPart.WOMEN, 60, 100)
                .share("2080", 2024, SexPart.MEN, 40, 100);
        Picture picture = paint(example);
        assertThat(picture.headings()).containsExactly("Ort 2080, kvinnor", "Ort 2080, män");
        assertThat(line(picture, "Ort 2080, kvinnor")).containsExactly(60.0);
        assertThat(line(picture, "Ort 2080, män")).containsExactly(40.0);
    }
}
