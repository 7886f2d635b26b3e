package se.samsyn.indicator.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import se.samsyn.kernel.PlaceCode;

/** The places of the country, and small maps. */
final class MapExamples {

    /** All places of the register. */
    static final Set<PlaceCode> KNOWN = known();

    private MapExamples() {}

    private static Set<PlaceCode> known() {
        try (InputStream in = MapExamples.class.getResourceAsStream("/organisation/places.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> new PlaceCode(line.substring(0, line.indexOf(';'))))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path reference(String file) {
        String folder = System.getenv("SAMSYN_REFERENCE_DATA");
        Assumptions.assumeTrue(folder != null, "SAMSYN_REFERENCE_DATA is not set");
        return Path.of(folder, "geo", file);
    }

    /** A square with corners at whole tenths of a degree. */
    static String square(double west, double south, double side) {
        return "[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]"
                .formatted(west, south, west + side, south, west + side, south + side, west, south + side, west, south);
    }

    static String feature(String properties, String polygon) {
        return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}"
                .formatted(properties, polygon);
    }

    static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(String.join(",", features));
    }

    static BoundaryReading reading(String json) {
        return reading(json.getBytes(StandardCharsets.UTF_8));
    }

    static BoundaryReading reading(byte[] json) {
        try {
            return Boundaries.read(new ByteArrayInputStream(json), KNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BoundaryReading.Read read(BoundaryReading reading) {
        assertThat(reading).isInstanceOf(BoundaryReading.Read.class);
        return (BoundaryReading.Read) reading;
    }

    static List<MapProblem> problems(String json) {
        BoundaryReading reading = reading(json);
        assertThat(reading).isInstanceOf(BoundaryReading.Refused.class);
        return ((BoundaryReading.Refused) reading).problems();
    }

    /** Which places arrow keys lead to from the first one. */
    static Set<PlaceCode> reached(MapShape map, PlaceCode start) {
        Set<PlaceCode> reached = new HashSet<>();
        var next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            PlaceCode code = next.remove();
            if (reached.add(code)) {
                next.addAll(map.find(code).orElseThrow().neighbours().values());
            }
        }
        return reached;
    }
}
