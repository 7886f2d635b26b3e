package se.samsyn.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Wanted;
import se.samsyn.indicator.map.TileGrid;
import se.samsyn.kernel.Level;
import tools.jackson.databind.json.JsonMapper;

/** What is hidden, missing, not applicable or not there at all is nowhere a 0: not in a table, not in a drawing, not in what a script reads. */
class EmptyNeverZeroTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Painter> painters() {
        Speech speech = BoardExample.speech();
        return Stream.of(
                new TrendPainter(speech),
                new DotPainter(speech),
                new FunnelPainter(speech),
                new RankPainter(speech),
                new GapPainter(speech),
                new InequalityPainter(speech),
                new MultiplesPainter(speech),
                new MapPainter(
                        speech, level -> level == Level.REGION ? TileGrid.regions() : TileGrid.municipalities()));
    }

    /** Each kind of empty in each place a value can stand, beside values of 41 to 49 % of 100. */
    private static BoardExample example() {
        BoardExample example = BoardExample.of(BoardExample.indicator(
                        BoardExample.KEY,
                        Scale.PERCENT,
                        Wanted.HIGH,
                        new Indicator.Group("a", "kort"),
                        new Indicator.Group("b", "lång")))
                .group("0114", "0115", "0117", "0120", "0123", "0125", "0126", "0127")
                .references("20", "SE");
        List<Reading> empty = List.of(new Reading.Hidden(), new Reading.Missing(), new Reading.NotApplicable());
        int part = 40;
        for (String code : List.of("2080", "0114", "0115", "0117", "0120", "0123")) {
            part++;
            example.share(code, 2024, SexPart.ALL, part, 100).share(code, 2021, SexPart.ALL, part, 100);
        }
        for (int kind = 0; kind < 3; kind++) {
            example.value(List.of("0125", "0126", "0127").get(kind), 2024, SexPart.ALL, empty.get(kind));
            example.value("2080", 2020 + kind + (kind > 0 ? 1 : 0), SexPart.ALL, empty.get(kind));
            example.value("2080", 2020 + kind, SexPart.WOMEN, empty.get(kind));
            example.value("2080", 2022 + kind, SexPart.MEN, empty.get(kind));
        }
        return example.value("20", 2024, SexPart.ALL, new Reading.Missing())
                .share("2080", 2024, SexPart.WOMEN, 44, 100)
                .share("2080", 2021, SexPart.MEN, 43, 100)
                .ofGroup("2080", 2024, "a", new Reading.Hidden())
                .ofGroup("2080", 2024, "b", new Reading.Known(45, Optional.of(new Reading.Base(45, 100))));
    }

    @ParameterizedTest
    @MethodSource("painters")
    void inNoView(Painter painter) {
        Picture picture = painter.paint(example().board(painter.view()));
        assertThat(picture.lines()).isNotEmpty();
        assertThat(picture.lines().stream().flatMap(line -> line.boxes().stream()))
                .noneMatch(box -> box.text().matches("[+−]?0([,.]0+)?(\\s?%)?.*"))
                .noneMatch(box -> box.interval().startsWith("0,0–0,0"));
        picture.drawing().ifPresent(drawing -> {
            assertThat(drawing.series()).isNotEmpty();
            drawing.series().stream()
                    .filter(line -> !line.tone().equals("limit"))
                    .forEach(line -> {
                        assertThat(line.values().stream().filter(Objects::nonNull))
                                .allMatch(value -> value > 40);
                        assertThat(line.low().stream().filter(Objects::nonNull)).allMatch(value -> value > 30);
                    });
            assertThat(JSON.writeValueAsString(drawing))
                    .doesNotContain(":0.0")
                    .doesNotContain("[0.0")
                    .doesNotContain(",0.0");
        });
        picture.map()
                .ifPresent(chart -> assertThat(chart.areas())
                        .noneMatch(area -> area.spoken().contains(" 0,0")));
        assertThat(picture.small()).noneMatch(small -> small.last().startsWith("0"));
    }

    @ParameterizedTest
    @MethodSource("painters")
    void norWhereThereIsNothing(Painter painter) {
        Picture picture = painter.paint(BoardExample.of(Scale.PERCENT).board(painter.view()));
        assertThat(picture.drawing()).isEmpty();
        assertThat(picture.sentence()).isNotBlank();
        assertThat(picture.title() + picture.sentence()).doesNotContainPattern("\\b0\\b");
        assertThat(picture.lines().stream().flatMap(line -> line.boxes().stream()))
                .noneMatch(box -> box.text().startsWith("0"));
    }
}
