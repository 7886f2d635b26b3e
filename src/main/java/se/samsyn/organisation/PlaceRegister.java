package se.samsyn.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * The nation, its 21 regions and 290 municipalities, read once from {@code organisation/places.csv}. Codes and names: Statistics
 * Sweden, regional divisions as of 2026.
 */
@Component
final class PlaceRegister {

    private final TreeMap<PlaceCode, Place> places = new TreeMap<>();

    PlaceRegister() {
        lines().stream().skip(1).map(line -> line.split(";", 2)).forEach(this::add);
    }

    private void add(String[] fields) {
        var code = new PlaceCode(fields[0]);
        places.put(code, new Place(code, fields[1]));
    }

    List<Place> at(Level level, PlaceCode within) {
        return places.values().stream()
                .filter(place -> place.level() == level && within.contains(place.code()))
                .toList();
    }

    Optional<Place> find(PlaceCode code) {
        return Optional.ofNullable(places.get(code));
    }

    private static List<String> lines() {
        try (InputStream in = PlaceRegister.class.getResourceAsStream("/organisation/places.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The register of places could not be read", e);
        }
    }
}
