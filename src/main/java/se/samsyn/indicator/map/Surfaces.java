package se.samsyn.indicator.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.samsyn.kernel.PlaceCode;

/**
 * Gathers the surfaces of each place in whole metres of SWEREF 99 TM, x to the east and y to the south. A place may come in several
 * objects, as islands do, unless they cover one another.
 */
final class Surfaces {

    private static final int CORNERS = 4;

    private final Coordinates coordinates;
    private final List<MapProblem> problems;
    private final List<MapProblem> warnings;
    private final SortedMap<PlaceCode, List<Polygon>> surfaces = new TreeMap<>();
    private final Set<PlaceCode> seen = new LinkedHashSet<>();
    private final Set<PlaceCode> unclosed = new LinkedHashSet<>();
    private final Set<PlaceCode> flat = new LinkedHashSet<>();
    private final Set<PlaceCode> repeated = new LinkedHashSet<>();

    Surfaces(Coordinates coordinates, List<MapProblem> problems, List<MapProblem> warnings) {
        this.coordinates = coordinates;
        this.problems = problems;
        this.warnings = warnings;
    }

    Set<PlaceCode> codes() {
        return surfaces.keySet();
    }

    SortedMap<PlaceCode, List<Polygon>> surfaces() {
        return surfaces;
    }

    void take(PlaceCode code, GeoJson.Feature feature) {
        seen.add(code);
        String where = "%s (objekt %d)".formatted(code, feature.number());
        if (feature.geometry().fault()) {
            problems.add(new MapProblem(
                    where, "Formen kan inte läsas.", "Spara ytan som Polygon eller MultiPolygon enligt GeoJSON."));
            return;
        }
        var polygons = new ArrayList<Polygon>();
        for (List<double[]> rings : feature.geometry().polygons()) {
            Optional<MapProblem> outside = outside(where, rings);
            if (outside.isPresent()) {
                problems.add(outside.get());
                return;
            }
            polygon(code, rings).ifPresent(polygons::add);
        }
        if (!polygons.isEmpty()) {
            merge(code, where, polygons);
        }
    }

    /** Tells what was passed over, and refuses places that have no surface at all. */
    void finish() {
        seen.stream()
                .filter(code -> !surfaces.containsKey(code))
                .filter(flat::contains)
                .forEach(code -> problems.add(new MapProblem(
                        code.value(), "Ytan är platt eller har för få hörn.", "Rita om ytan eller ta bort objektet.")));
        warn(unclosed, "Ringar som inte var slutna har slutits");
        warn(flat, "Ringar utan yta har utelämnats");
        warn(repeated, "Samma yta fanns flera gånger och har tagits en gång");
    }

    private void warn(Set<PlaceCode> codes, String what) {
        if (!codes.isEmpty()) {
            String more = codes.size() > 1 ? " med flera, %d platser".formatted(codes.size()) : "";
            warnings.add(new MapProblem(
                    codes.iterator().next().value() + more, what + ".", "Se efter att kartan ser rätt ut."));
        }
    }

    private Optional<MapProblem> outside(String where, List<double[]> rings) {
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                if (!Double.isFinite(ring[i]) || !Double.isFinite(ring[i + 1])) {
                    return Optional.of(new MapProblem(
                            where, "En koordinat är inget tal.", "Varje punkt ska vara två tal, öst och nord."));
                }
                if (!coordinates.holds(ring[i], ring[i + 1])) {
                    return Optional.of(new MapProblem(
                            where,
                            String.format(
                                    Locale.ROOT, "Punkten %.5g, %.5g ligger inte i Sverige.", ring[i], ring[i + 1]),
                            "Rätta punkten, eller spara hela kartan i ett och samma koordinatsystem."));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Polygon> polygon(PlaceCode code, List<double[]> rings) {
        var closed = new ArrayList<long[]>();
        for (int i = 0; i < rings.size(); i++) {
            Optional<long[]> ring = ring(code, rings.get(i));
            if (ring.isEmpty() && i == 0) {
                return Optional.empty();
            }
            ring.ifPresent(closed::add);
        }
        return closed.isEmpty() ? Optional.empty() : Optional.of(new Polygon(closed));
    }

    private Optional<long[]> ring(PlaceCode code, double[] points) {
        int last = points.length - 2;
        boolean open = last > 0 && (points[0] != points[last] || points[1] != points[last + 1]);
        var ring = new long[points.length / 2 + 1];
        int length = 0;
        for (int i = 0; i < points.length; i += 2) {
            Point metres = coordinates.project(points[i], points[i + 1]);
            long point = Topology.point((int) Math.round(metres.x()), (int) -Math.round(metres.y()));
            if (length == 0 || ring[length - 1] != point) {
                ring[length++] = point;
            }
        }
        if (length > 0 && ring[length - 1] != ring[0]) {
            ring[length++] = ring[0];
        }
        ring = Arrays.copyOf(ring, length);
        if (length < CORNERS || Polygon.signedArea(ring) == 0) {
            flat.add(code);
            return Optional.empty();
        }
        if (open) {
            unclosed.add(code);
        }
        return Optional.of(ring);
    }

    private void merge(PlaceCode code, String where, List<Polygon> polygons) {
        List<Polygon> before = surfaces.computeIfAbsent(code, each -> new ArrayList<>());
        if (before.isEmpty()) {
            before.addAll(polygons);
            return;
        }
        if (same(before, polygons)) {
            repeated.add(code);
            return;
        }
        if (cover(before, polygons) || cover(polygons, before)) {
            problems.add(new MapProblem(
                    where,
                    "Platsen finns två gånger med ytor som täcker varandra.",
                    "Behåll en av dem, eller rätta koden för den andra."));
            return;
        }
        before.addAll(polygons);
    }

    private static boolean same(List<Polygon> one, List<Polygon> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size())
                        .allMatch(i -> Arrays.equals(
                                one.get(i).rings().getFirst(),
                                other.get(i).rings().getFirst()));
    }

    private static boolean cover(List<Polygon> some, List<Polygon> others) {
        return others.stream()
                .map(Polygon::inside)
                .anyMatch(inside -> some.stream().anyMatch(each -> each.contains(inside)));
    }
}
