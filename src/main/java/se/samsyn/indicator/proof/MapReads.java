package se.samsyn.indicator.proof;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.map.Boundaries;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.proof.Parser;
import se.samsyn.proof.Reads;

/** The reader of boundaries, with a small map that it takes. */
@Component
class MapReads implements Reads {

    private static final Set<PlaceCode> PLACES =
            Set.of(new PlaceCode("2080"), new PlaceCode("2081"), new PlaceCode("20"));

    private static final List<byte[]> GEO_JSON = List.of("""
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"kommun_kod":"2080"},"geometry":{"type":"Polygon",
              "coordinates":[[[15.5,60.5],[15.8,60.5],[15.8,60.8],[15.5,60.8],[15.5,60.5]]]}},
             {"type":"Feature","properties":{"kommun_kod":"2081"},"geometry":{"type":"MultiPolygon",
              "coordinates":[[[[15.2,60.4],[15.5,60.4],[15.5,60.5],[15.2,60.5],[15.2,60.4]]]]}}]}""".getBytes(StandardCharsets.UTF_8));

    @Override
    public List<Parser> parsers(Path folder) {
        return List.of(new Parser(
                "GeoJSON", GEO_JSON, 15, input -> Boundaries.read(new ByteArrayInputStream(input), PLACES), List.of()));
    }
}
