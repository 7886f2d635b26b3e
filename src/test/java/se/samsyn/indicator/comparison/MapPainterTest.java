package se.samsyn.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.map.TileGrid;
import se.samsyn.kernel.Level;

class MapPainterTest {

    private static final List<String> REGIONS = TileGrid.regions().places().stream()
            .map(place -> place.code().value())
            .toList();

    private final MapPainter painter = new MapPainter(
            BoardExample.speech(), level -> level == Level.REGION ? TileGrid.regions() : TileGrid.municipalities());

    /** The regions in order of code, with 18 values; the last three have none, of each kind. */
    private static BoardExample regions(double... values) {
        BoardExample example = BoardExample.of(Scale.PERCENT).home(REGIONS.getFirst());
        REGIONS.forEach(example::group);
        for (int at = 0; at < values.length; at++) {
            example.value(REGIONS.get(at), 2024, values[at]);
        }
        return example.value(REGIONS.get(18), 2024, SexPart.ALL, new Reading.Hidden())
                .value(REGIONS.get(19), 2024, SexPart.ALL, new Reading.NotApplicable())
                .value(REGIONS.get(20), 2024, SexPart.ALL, new Reading.Missing());
    }

    private Map<String, Picture.Area> areas(BoardExample example) {
        return painter.paint(example.board(View.MAP)).map().orElseThrow().areas().stream()
                .collect(Collectors.toMap(Picture.Area::code, Function.identity()));
    }

    /* Of 18 the fifths begin at the places 0, 4, 8, 11 and 15: 1 + 5 x (number lower) / 18, rounded down. */
    @Test
    void eachFifthHasItsStep() {
        double[] values = IntStream.range(0, 18).mapToDouble(at -> at + 1).toArray();
        Map<String, Picture.Area> areas = areas(regions(values));
        assertThat(REGIONS.subList(0, 18))
                .extracting(code -> area(areas, code).sign())
                .containsExactly(
                        "1", "1", "1", "1", "2", "2", "2", "2", "3", "3", "3", "4", "4", "4", "4", "5", "5", "5");
        assertThat(area(areas, REGIONS.getFirst()).style()).isEqualTo("step-1 own");
        assertThat(area(areas, REGIONS.get(4)).style()).isEqualTo("step-2");
    }

    @Test
    void equalValuesAreInOneStep() {
        double[] values =
                IntStream.range(0, 18).mapToDouble(at -> at < 10 ? 5 : 10).toArray();
        Map<String, Picture.Area> areas = areas(regions(values));
        assertThat(REGIONS.subList(0, 10))
                .allMatch(code -> area(areas, code).sign().equals("1"));
        assertThat(REGIONS.subList(10, 18))
                .allMatch(code -> area(areas, code).sign().equals("3"));
        Map<String, Picture.Area> same = areas(regions(new double[18]));
        assertThat(REGIONS.subList(0, 18))
                .allMatch(code -> area(same, code).sign().equals("1"));
    }

    @Test
    void hiddenMissingAndNotApplicableLookDifferentAndAreTold() {
        Picture picture = painter.paint(regions(new double[18]).board(View.MAP));
        Map<String, Picture.Area> areas = areas(regions(new double[18]));
        Picture.Area hidden = area(areas, REGIONS.get(18));
        Picture.Area never = area(areas, REGIONS.get(19));
        Picture.Area missing = area(areas, REGIONS.get(20));
        assertThat(List.of(hidden.style(), never.style(), missing.style()))
                .containsExactly("area-hidden", "area-na", "area-missing");
        assertThat(List.of(hidden.sign(), never.sign(), missing.sign())).containsExactly("..", ".", "-");
        assertThat(hidden.spoken()).contains("Sekretess");
        assertThat(never.spoken()).contains("Inte tillämpligt");
        assertThat(missing.spoken()).contains("Uppgift saknas");
        assertThat(picture.map().orElseThrow().steps())
                .extracting(Picture.Step::text)
                .containsExactly(
                        "0,0\u00a0% – 0,0\u00a0%",
                        "Uppgift saknas (1)",
                        "Sekretess: underlaget är för litet för att visas (1)",
                        "Inte tillämpligt (1)");
    }

    @Test
    void arrowsLeadToPlacesOfTheMap() {
        Map<String, Picture.Area> areas = areas(regions(new double[18]));
        Set<String> codes = areas.keySet();
        assertThat(codes).hasSize(21);
        areas.values().forEach(area -> {
            assertThat(area.ways()).hasSize(4);
            assertThat(area.ways().stream().filter(way -> !way.isEmpty())).isSubsetOf(codes);
            assertThat(area.ways()).doesNotContain(area.code());
        });
        assertThat(areas.values().stream().flatMap(area -> area.ways().stream()).filter(way -> !way.isEmpty()))
                .containsAll(codes);
    }

    @Test
    void theTableTellsThoseWithAFigureTheOwnPlaceFirst() {
        double[] values = IntStream.range(0, 18).mapToDouble(at -> at + 1).toArray();
        Picture picture = painter.paint(regions(values).board(View.MAP));
        assertThat(picture.lines()).hasSize(20);
        assertThat(picture.lines().getFirst().style()).isEqualTo("own");
        assertThat(picture.lines().getFirst().boxes().get(1).text()).isEqualTo("1 av 5");
        assertThat(picture.sentence())
                .startsWith("Ort " + REGIONS.getFirst() + " har 1,0\u00a0% och hör till femtedel 1 av 18 platser");
        assertThat(picture.notes())
                .satisfiesExactly(
                        note -> assertThat(note).contains("ruta"),
                        note -> assertThat(note).startsWith("1 plats till"));
    }

    @Test
    void aPlaceThatIsNotOnTheMapBelongsToNoFifth() {
        Picture picture = painter.paint(
                regions(new double[18]).home("SE").value("SE", 2024, 3).board(View.MAP));
        assertThat(picture.sentence()).startsWith("Kartan visar 18 platser med värde");
        Picture none = painter.paint(BoardExample.of(Scale.PERCENT).board(View.MAP));
        assertThat(none.sentence()).isEqualTo("Det finns inget värde för Ort 2080.");
        assertThat(none.map().orElseThrow().areas())
                .hasSize(290)
                .allMatch(area -> area.style().startsWith("area-missing"));
    }

    private static Picture.Area area(Map<String, Picture.Area> areas, String code) {
        return areas.entrySet().stream()
                .filter(one -> one.getKey().equals(code))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
