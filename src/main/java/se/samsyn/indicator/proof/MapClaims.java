package se.samsyn.indicator.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import se.samsyn.indicator.map.Boundaries;
import se.samsyn.indicator.map.BoundaryReading;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Verdict;

/** Files of boundaries that cannot be drawn: stopped in words, with nothing made of them. */
final class MapClaims {

    private static final Set<PlaceCode> PLACES = Set.of(new PlaceCode("2080"), new PlaceCode("2081"));

    private static final String ONE = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kommun_kod":"2080"},"geometry":
             {"type":"Polygon","coordinates":[[[15.5,60.5],[15.8,60.5],[15.8,60.8],[15.5,60.5]]]}}]}""";

    private MapClaims() {}

    static List<Claim> claims() {
        return List.of(
                refused("GeoJSON utan koder", ONE.replace("\"kommun_kod\":\"2080\"", "\"namn\":\"Falun\"")),
                refused("GeoJSON med koder som inte finns", ONE.replace("2080", "9999")),
                refused("avklippt GeoJSON", ONE.substring(0, ONE.length() - 20)),
                refused("HTML i stället för GeoJSON", "<!DOCTYPE html><html></html>"),
                new Claim(
                        "GeoJSON med koder läses",
                        () -> read(ONE) instanceof BoundaryReading.Read whole
                                ? Verdict.of(
                                        whole.boundaries().codes().equals(List.of(new PlaceCode("2080"))), "en kommun")
                                : new Verdict.Fails("lästes inte")));
    }

    private static Claim refused(String what, String text) {
        return new Claim(
                "Stoppas i ord, och inget ritas: " + what,
                () -> read(text) instanceof BoundaryReading.Refused no
                        ? Verdict.of(
                                !no.problems().isEmpty(),
                                no.problems().getFirst().toString())
                        : new Verdict.Fails("lästes"));
    }

    private static BoundaryReading read(String text) throws IOException {
        return Boundaries.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), PLACES);
    }
}
