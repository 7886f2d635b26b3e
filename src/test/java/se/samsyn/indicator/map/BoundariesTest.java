package se.samsyn.indicator.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.indicator.map.MapExamples.KNOWN;
import static se.samsyn.indicator.map.MapExamples.collection;
import static se.samsyn.indicator.map.MapExamples.feature;
import static se.samsyn.indicator.map.MapExamples.problems;
import static se.samsyn.indicator.map.MapExamples.read;
import static se.samsyn.indicator.map.MapExamples.reading;
import static se.samsyn.indicator.map.MapExamples.square;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

class BoundariesTest {

    private static final String WEST = square(14, 60, 0.5);
    private static final String EAST = square(14.5, 60, 0.5);

    private static List<String> codes(String json) {
        return read(reading(json)).boundaries().codes().stream()
                .map(PlaceCode::value)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"kommun.geojson, 290, 21, 105", "lan.geojson, 21, 0, 40"})
    void readsTheCountry(String file, int places, int outlines, int kilobytes) throws IOException {
        BoundaryReading.Read read = read(Boundaries.read(MapExamples.reference(file), KNOWN));
        MapShape map = read.boundaries().shape();

        assertThat(read.warnings()).isEmpty();
        assertThat(map.places()).hasSize(places);
        assertThat(map.outlines()).hasSize(outlines);
        assertThat(map.viewBox().height()).isEqualTo(1000);
        assertThat(map.viewBox().width()).isBetween(400.0, 450.0);
        assertThat(read.boundaries().text().length()).isLessThan(kilobytes * 1000);
        assertThat(MapExamples.reached(map, map.places().getLast().code())).hasSize(places);
        assertThat(Boundaries.ofText(read.boundaries().text())).isEqualTo(read.boundaries());
    }

    @Test
    void numbersGetTheirZerosBack() {
        assertThat(codes(collection(feature("\"KnKod\":114,\"namn\":\"Väsby\"", WEST))))
                .containsExactly("0114");
        assertThat(codes(collection(feature("\"LnKod\":1.0", WEST)))).containsExactly("01");
        assertThat(codes(collection(feature("\"KOMMUN_KOD\":\" 0114 \"", WEST))))
                .containsExactly("0114");
    }

    @Test
    void theMostDifferentKnownCodesDecideWhichPropertyHasThem() {
        assertThat(codes(collection(
                        feature("\"nr\":1,\"lan_kod\":\"20\",\"x\":\"2080\"", WEST),
                        feature("\"nr\":2,\"lan_kod\":\"20\",\"x\":\"2081\"", EAST))))
                .containsExactly("2080", "2081");
        assertThat(codes(collection("""
                {"geometry":{"coordinates":[%s],"type":"Polygon"},"id":"2080","type":"Feature"}""".formatted(WEST)))).containsExactly("2080");
    }

    @Test
    void readsCollectionsAndMultipolygonsAndMembersInAnyOrder() {
        String collected = """
                {"type":"FeatureCollection","features":[{"properties":{"kod":"2080"},"type":"Feature","geometry":
                {"geometries":[{"coordinates":[14.2,60.2],"type":"Point"},{"coordinates":[[%s],[%s]],"type":"MultiPolygon"}],
                "type":"GeometryCollection"}}]}""".formatted(WEST, square(15.5, 60, 0.5));
        PlaceShape place =
                read(reading(collected)).boundaries().shape().places().getFirst();

        assertThat(place.path().chars().filter(each -> each == 'z')).hasSize(2);
    }

    @Test
    void metresAndTurnedCoordinatesAreKnownByTheirNumbers() {
        String metres = "[[500000,6700000],[520000,6700000],[520000,6720000],[500000,6720000],[500000,6700000]]";
        String turned = "[[60,14],[60,14.5],[60.5,14.5],[60.5,14],[60,14]]";

        assertThat(read(reading(collection(feature("\"kod\":\"2080\"", metres))))
                        .boundaries()
                        .shape()
                        .viewBox())
                .isEqualTo(new ViewBox(1000, 1000));
        assertThat(read(reading(collection(feature("\"kod\":\"2080\"", turned))))
                        .warnings())
                .anyMatch(warning -> warning.what().contains("nord före öst"));
        assertThat(read(reading(collection(feature("\"kod\":\"2080\"", turned))))
                        .boundaries())
                .isEqualTo(read(reading(collection(feature("\"kod\":\"2080\"", WEST))))
                        .boundaries());
    }

    @Test
    void neighboursShareTheirBorderHoweverItIsSimplified() {
        var border = new StringBuilder();
        var back = new StringBuilder();
        for (int i = 1; i < 500; i++) {
            String point = "[%s,%s]".formatted(14.5 + 0.0002 * Math.sin(i * 0.7), 60 + i * 0.001);
            border.append(point).append(',');
            back.insert(0, "," + point);
        }
        MapShape map = read(reading(collection(
                        feature("\"kod\":\"2080\"", "[[14,60],[14.5,60]," + border + "[14.5,60.5],[14,60.5],[14,60]]"),
                        feature("\"kod\":\"2081\"", "[[15,60],[15,60.5],[14.5,60.5]" + back + ",[14.5,60],[15,60]]"))))
                .boundaries()
                .shape();
        assertThat(map.places().getFirst().path().split(" ")).hasSizeBetween(20, 800);
        assertThat(map.outlines()).hasSize(1);
        assertThat(map.outlines().getFirst().path().chars().filter(each -> each == 'M'))
                .hasSize(1);
        assertThat(map.outlines().getFirst().path().length()).isLessThan(80);
        assertThat(map.places().getFirst().neighbour(Direction.RIGHT)).hasValue(new PlaceCode("2081"));
        assertThat(map.places().getLast().neighbour(Direction.LEFT)).hasValue(new PlaceCode("2080"));
    }

    @Test
    void anEnclaveFillsTheHoleAroundIt() {
        String around = feature("\"kod\":\"2080\"", square(14, 60, 1) + "," + square(14.4, 60.4, 0.2));
        MapShape map = read(reading(collection(around, feature("\"kod\":\"2081\"", square(14.4, 60.4, 0.2)))))
                .boundaries()
                .shape();
        String hole = map.places().getFirst().path().split("z")[1];

        assertThat(map.places().getLast().path()).isEqualTo(hole + "z");
        assertThat(map.places().getFirst().label())
                .isNotEqualTo(map.places().getLast().label());
    }

    @Test
    void openRingsAreClosedWithAWarning() {
        String open = feature("\"kod\":\"2080\"", "[[14,60],[14.5,60],[14.5,60.5],[14,60.5]]");

        assertThat(read(reading(collection(open))).boundaries())
                .isEqualTo(read(reading(collection(feature("\"kod\":\"2080\"", WEST))))
                        .boundaries());
        assertThat(read(reading(collection(open))).warnings())
                .anyMatch(warning ->
                        warning.where().equals("2080") && warning.what().contains("slutits"));
    }

    @Test
    void missingPlacesAreCountedAndTheFirstNamed() {
        assertThat(read(reading(collection(feature("\"kod\":\"2080\"", WEST)))).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.what())
                        .isEqualTo("289 kommuner saknas: 0114, 0115, 0117, 0120, 0123 med flera."));
    }

    /** A horseshoe open to the south, whose middle is outside. */
    @Test
    void theLabelIsInsideAsFarFromTheBorderAsItGoes() {
        String horseshoe = "[[500000,6700000],[500000,6790000],[590000,6790000],[590000,6700000],[550000,6700000],"
                + "[550000,6760000],[530000,6760000],[530000,6700000],[500000,6700000]]";
        PlaceShape place = read(reading(collection(feature("\"kod\":\"2080\"", horseshoe))))
                .boundaries()
                .shape()
                .places()
                .getFirst();

        assertThat(place.label().x()).isBetween(700.0, 850.0);
    }

    @Test
    void aPlaceInPiecesIsPutTogetherButNotWhereTheyCoverOneAnother() {
        String here = feature("\"kod\":\"2080\"", WEST);

        assertThat(read(reading(collection(here, feature("\"kod\":\"2080\"", square(16, 60, 0.5)))))
                        .boundaries()
                        .shape()
                        .places())
                .singleElement()
                .satisfies(place -> assertThat(place.path().chars().filter(each -> each == 'z'))
                        .hasSize(2));
        assertThat(read(reading(collection(here, here))).warnings())
                .anyMatch(warning -> warning.what().contains("flera gånger"));
        assertThat(problems(collection(here, feature("\"kod\":\"2080\"", square(14.1, 60.1, 0.5)))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).isEqualTo("2080 (objekt 2)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                              | Filen är tom.
            <!DOCTYPE html><html></html>                    | webbsida
            PK..                                            | ZIP-arkiv
            kod;namn                                        | inte läsbar som JSON (rad 1
            [1, 2]                                          | ingen karta
            {"type":"FeatureCollection","features":[{"type" | slutar mitt i
            {"type":"FeatureCollection","features":[]}      | inga objekt
            {"type":"FeatureCollection","features":[]} {}   | mer efter kartan
            {"type":"Topology","objects":{}}                | TopoJSON
            {"type":"Feature","geometry":null}              | FeatureCollection
            """)
    void refusesWhatIsNoMap(String json, String what) {
        assertThat(problems(json)).singleElement().satisfies(problem -> {
            assertThat(problem.where()).isEqualTo("Filen");
            assertThat(problem.what()).contains(what);
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"name\":\"Falun\",\"area\":2041.5", "\"OBJECTID\":77", ""})
    void refusesAFileWithoutCodesAndSaysWhatItHas(String properties) {
        assertThat(problems(collection(feature(properties, WEST))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .startsWith("Inget fält i filen har koder")
                        .contains(properties.isEmpty() ? "inga" : properties.split("\"")[1]));
    }

    @Test
    void namesCodesThatAreNoPlaces() {
        assertThat(problems(collection(
                        feature("\"kommun_kod\":\"2080\"", WEST),
                        feature("\"kommun_kod\":\"1917\"", EAST),
                        feature("\"kommun_kod\":null", EAST))))
                .extracting(MapProblem::toString)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Objekt 2: 1917 är ingen kommun"),
                        two -> assertThat(two).startsWith("Objekt 3: Fältet kommun_kod är tomt."));
        assertThat(problems(collection(feature("\"kommun_kod\":\"9999\"", WEST))))
                .hasSize(1);
        assertThat(problems(collection(feature("\"kod\":\"20\"", WEST), feature("\"kod\":\"2081\"", EAST))))
                .anyMatch(problem -> problem.what().contains("blandar"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[14,60],[NaN,60],[14.5,60.5],[14,60]]       | inget tal
            [[14,60],[1e999,60],[14.5,60.5],[14,60]]     | inget tal
            [[14,60],["14.5",60],[14.5,60.5],[14,60]]    | inget tal
            [[14,60],[14.5],[14.5,60.5],[14,60]]         | inget tal
            [[14,60],[14.5,60],[114.5,60.5],[14,60]]     | ligger inte i Sverige
            [[14,60],[[14.5,60]],[14.5,60.5],[14,60]]    | kan inte läsas
            [[15,60],[15,60.5],[15,61],[15,60]]          | platt
            [[14,60],[14,60],[14,60]]                    | platt
            """)
    void namesThePlaceWhosePointsCannotBe(String ring, String what) {
        assertThat(problems(collection(feature("\"kod\":\"2080\"", ring), feature("\"kod\":\"2081\"", EAST))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where()).startsWith("2080");
                    assertThat(problem.what()).contains(what);
                });
    }

    @Test
    void refusesOtherCountriesAndCoordinateSystems() {
        assertThat(problems(collection(feature("\"kod\":\"2080\"", square(100, 10, 1)))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("Ingen punkt i filen ligger i Sverige."));
        String named = collection(feature("\"kod\":\"2080\"", WEST)).replaceFirst("\\{", """
                {"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::%s"}},""");
        assertThat(problems(named.formatted("3021")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("EPSG::3021"));
        assertThat(read(reading(named.formatted("4326"))).boundaries().codes()).hasSize(1);
    }

    @Test
    void refusesObjectsWithoutSurface() {
        String point = """
                {"type":"Feature","properties":{"kod":"2080"},"geometry":{"type":"Point","coordinates":[14,60]}}""";

        assertThat(problems(collection(point)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("inga ytor"));
    }

    @Test
    void listsThirtyProblemsAndCountsTheRest() {
        String[] wrong = IntStream.range(0, 50)
                .mapToObj(i -> feature("\"kommun_kod\":\"99" + (10 + i) + "\"", WEST))
                .toArray(String[]::new);

        assertThat(problems(collection(wrong)))
                .hasSize(31)
                .last()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("Det finns 20 till."));
    }

    @Test
    void refusesMoreThanItsLimits() {
        assertThat(((BoundaryReading.Refused) reading(" ".repeat(Boundaries.MOST_BYTES + 1))).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("Filen är större än 32 MB."));
        String points = "[14,60],".repeat(GeometryReader.MOST_POINTS) + "[14,60]";
        assertThat(problems(collection(feature("\"kod\":\"2080\"", "[" + points + "]"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("Filen har fler än 1 000 000 punkter."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "samsyn-map/1;REGION;1;1\nplace;01;1;1;M0 0\"onload", "samsyn-map/1;UNIT;1;1"})
    void storedTextOfAnotherFormIsTheCallersMistake(String text) {
        assertThatThrownBy(() -> Boundaries.ofText(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsOtherEncodingsOfJson() {
        String json = collection(feature("\"kod\":\"20\",\"län\":\"Dalarnas län\"", WEST));

        assertThat(read(reading(json.getBytes(StandardCharsets.UTF_16)))
                        .boundaries()
                        .shape()
                        .level())
                .isEqualTo(Level.REGION);
        assertThat(read(reading("\uFEFF" + json)).boundaries().codes()).hasSize(1);
    }
}
