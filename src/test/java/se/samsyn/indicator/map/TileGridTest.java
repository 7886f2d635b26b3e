package se.samsyn.indicator.map;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.indicator.map.MapExamples.KNOWN;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.indicator.map.TileGrid.Tile;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

class TileGridTest {

    private static final SortedMap<PlaceCode, Tile> MUNICIPALITIES = TileGrid.tiles("municipality-tiles.csv");
    private static final SortedMap<PlaceCode, Tile> REGIONS = TileGrid.tiles("region-tiles.csv");

    private static MapShape map(Level level) {
        return level == Level.REGION ? TileGrid.regions() : TileGrid.municipalities();
    }

    private static boolean beside(Tile one, Tile other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y()) < 210;
    }

    @ParameterizedTest
    @EnumSource(names = {"MUNICIPALITY", "REGION"})
    void hasEveryPlaceOnce(Level level) {
        assertThat(map(level).places().stream().map(PlaceShape::code))
                .containsExactlyElementsOf(
                        KNOWN.stream().filter(code -> code.level() == level).toList());
        assertThat(map(level).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"municipality-tiles.csv", "region-tiles.csv"})
    void noTwoPlacesShareATile(String resource) {
        assertThat(TileGrid.tiles(resource).values()).doesNotHaveDuplicates();
    }

    @Test
    void theTilesOfARegionHangTogether() {
        Map<PlaceCode, Set<PlaceCode>> members =
                MUNICIPALITIES.keySet().stream().collect(Collectors.groupingBy(PlaceCode::region, Collectors.toSet()));
        assertThat(members).hasSize(21);
        members.forEach((region, codes) ->
                assertThat(together(codes)).as(region.value()).isTrue());
    }

    private static boolean together(Set<PlaceCode> codes) {
        Set<PlaceCode> left = new HashSet<>(codes);
        var next = new ArrayList<PlaceCode>(List.of(codes.iterator().next()));
        while (!next.isEmpty()) {
            PlaceCode code = next.removeLast();
            if (left.remove(code)) {
                left.stream().filter(other -> beside(tile(code), tile(other))).forEach(next::add);
            }
        }
        return left.isEmpty();
    }

    private static Tile tile(PlaceCode code) {
        return Objects.requireNonNull((code.level() == Level.REGION ? REGIONS : MUNICIPALITIES).get(code));
    }

    @ParameterizedTest
    @CsvSource({"0980", "09"})
    void gotlandIsAnIslandInTheEast(PlaceCode gotland) {
        SortedMap<PlaceCode, Tile> tiles = gotland.level() == Level.REGION ? REGIONS : MUNICIPALITIES;
        var others = new HashMap<>(tiles);
        Tile island = Objects.requireNonNull(others.remove(gotland));
        assertThat(others.values()).noneMatch(tile -> beside(tile, island));
        assertThat(others.values())
                .filteredOn(tile -> Math.abs(tile.row() - island.row()) <= 1)
                .allMatch(tile -> tile.x() < island.x());
    }

    @Test
    void theCountryIsLongerThanWideWithKirunaNorthernmostAndTrelleborgSouthernmost() {
        ViewBox box = TileGrid.municipalities().viewBox();
        assertThat(box.height() / box.width()).isBetween(1.8, 2.6);
        assertThat(tile(new PlaceCode("2584")).row()).isZero();
        assertThat(MUNICIPALITIES.values().stream().mapToInt(Tile::row).max())
                .hasValue(tile(new PlaceCode("1287")).row());
    }

    @ParameterizedTest
    @EnumSource(names = {"MUNICIPALITY", "REGION"})
    void arrowKeysLeadFromAnyPlaceToAnyOther(Level level) {
        for (PlaceShape place : map(level).places()) {
            assertThat(MapExamples.reached(map(level), place.code()))
                    .as(place.code().value())
                    .hasSize(map(level).places().size());
        }
    }

    @Test
    void anArrowToTheSideLeadsToTheTileBeside() {
        MUNICIPALITIES.forEach((code, tile) -> MUNICIPALITIES.forEach((other, right) -> {
            if (right.row() == tile.row() && right.column() == tile.column() + 1) {
                assertThat(TileGrid.municipalities().find(code).orElseThrow().neighbour(Direction.RIGHT))
                        .hasValue(other);
                assertThat(TileGrid.municipalities().find(other).orElseThrow().neighbour(Direction.LEFT))
                        .hasValue(code);
            }
        }));
    }

    @Test
    void tilesMeetWithoutGapAndEveryRegionHasAnOutline() {
        MapShape map = TileGrid.municipalities();
        assertThat(map.find(new PlaceCode("0980")).orElseThrow().path())
                .matches("M[-0-9. ]+l10 5\\.7 0 11\\.6 -10 5\\.7 -10 -5\\.7 0 -11\\.6z");
        assertThat(map.outlines()).hasSize(21);
        assertThat(map.outlines())
                .filteredOn(outline -> outline.region().value().equals("09"))
                .singleElement()
                .satisfies(outline ->
                        assertThat(outline.path().split("l")[1].split(" ")).hasSize(12));
        assertThat(TileGrid.regions().outlines()).isEmpty();
    }

    /** 566 of the 690 pairs that have a border on land are kept, and 34 of the 37 pairs of regions. */
    @ParameterizedTest
    @CsvSource({"kommun.geojson, 690, 566, 24", "lan.geojson, 37, 34, 18"})
    void realNeighboursAreNeighbours(String file, int borders, int kept, double degrees) throws IOException {
        GeoJson json = GeoJsonReader.read(Files.readAllBytes(MapExamples.reference(file)));
        Map<PlaceCode, double[]> middles = new HashMap<>();
        Map<Set<Point>, Set<PlaceCode>> edges = new HashMap<>();
        for (GeoJson.Feature feature : json.features()) {
            PlaceCode code = new PlaceCode(feature.properties().getOrDefault(CodeColumn.FEATURE_ID, ""));
            for (List<double[]> polygon : feature.geometry().polygons()) {
                double[] ring = polygon.getFirst();
                for (int i = 0; i + 3 < ring.length; i += 2) {
                    edges.computeIfAbsent(
                                    Set.of(new Point(ring[i], ring[i + 1]), new Point(ring[i + 2], ring[i + 3])),
                                    each -> new HashSet<>())
                            .add(code);
                    Point at = TransverseMercator.SWEREF_99_TM.project(ring[i], ring[i + 1]);
                    double[] middle = middles.computeIfAbsent(code, each -> new double[3]);
                    middle[0] += at.x();
                    middle[1] += at.y();
                    middle[2]++;
                }
            }
        }
        Set<Set<PlaceCode>> pairs =
                edges.values().stream().filter(codes -> codes.size() == 2).collect(Collectors.toSet());
        assertThat(pairs).hasSize(borders);
        long near = pairs.stream()
                .map(List::copyOf)
                .filter(pair -> beside(tile(pair.getFirst()), tile(pair.getLast())))
                .count();
        assertThat(near).isEqualTo(kept);
        assertThat(pairs.stream()
                        .map(List::copyOf)
                        .mapToDouble(pair -> turned(
                                tile(pair.getFirst()),
                                tile(pair.getLast()),
                                Objects.requireNonNull(middles.get(pair.getFirst())),
                                Objects.requireNonNull(middles.get(pair.getLast()))))
                        .average()
                        .orElseThrow())
                .isLessThan(degrees);
    }

    /** How many degrees the way from one tile to the other is from the way between the real places. */
    private static double turned(Tile one, Tile other, double[] from, double[] to) {
        double drawn = Math.atan2(other.y() - one.y(), other.x() - one.x());
        double real = Math.atan2(-(to[1] / to[2] - from[1] / from[2]), to[0] / to[2] - from[0] / from[2]);
        double turn = Math.abs(Math.toDegrees(drawn - real));
        return Math.min(turn, 360 - turn);
    }
}
