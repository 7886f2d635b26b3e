package se.samsyn.indicator.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * Makes a picture of surfaces in metres. The longer side becomes 1 000 units. Points of borders that weigh less than 0.2 square
 * unit (half a square kilometre, for the whole country) are left out, more where over 6 000 would be left; so are islands
 * of less than 0.4 square units, unless they are the largest piece of their place or share a border. Neighbours share what is
 * left of their border, so nothing opens between them.
 */
final class Simplification {

    private static final int LONGER_SIDE = 10_000;
    private static final int MARGIN = 20;
    private static final double LEAST_POINT = 20;
    private static final double LEAST_ISLAND = 40;
    private static final int MOST_POINTS = 6_000;

    private final SortedMap<PlaceCode, List<Polygon>> surfaces;
    private final Topology topology;
    private final IdentityHashMap<long[], Integer> ringNumbers = new IdentityHashMap<>();
    private final List<double[]> weights;
    private final Set<Integer> whole = new HashSet<>();
    private final double scale;
    private final double least;
    private int west = Integer.MAX_VALUE;
    private int north = Integer.MAX_VALUE;
    private int east = Integer.MIN_VALUE;
    private int south = Integer.MIN_VALUE;

    private Simplification(SortedMap<PlaceCode, List<Polygon>> surfaces) {
        this.surfaces = surfaces;
        List<long[]> rings = surfaces.values().stream()
                .flatMap(List::stream)
                .flatMap(polygon -> polygon.rings().stream())
                .toList();
        for (int i = 0; i < rings.size(); i++) {
            ringNumbers.put(rings.get(i), i);
            extend(rings.get(i));
        }
        scale = Math.max(1, Math.max((double) east - west, (double) south - north) / (LONGER_SIDE - 2 * MARGIN));
        topology = new Topology(rings);
        weights = topology.arcs().stream().map(Visvalingam::weights).toList();
        least = least();
    }

    static MapShape draw(Level level, SortedMap<PlaceCode, List<Polygon>> surfaces) {
        return new Simplification(surfaces).draw(level);
    }

    private void extend(long[] ring) {
        for (long point : ring) {
            west = Math.min(west, Topology.x(point));
            east = Math.max(east, Topology.x(point));
            north = Math.min(north, Topology.y(point));
            south = Math.max(south, Topology.y(point));
        }
    }

    /** What a point must weigh to stay, in square metres. */
    private double least() {
        double[] finite = weights.stream()
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double usual = LEAST_POINT * scale * scale;
        int beyond = finite.length - MOST_POINTS;
        return beyond <= 0 ? usual : Math.max(usual, finite[beyond]);
    }

    private MapShape draw(Level level) {
        Set<Polygon> passed = smallIslands();
        surfaces.values().forEach(polygons -> keepWholeIfLost(largest(polygons)));
        var drawn = new TreeMap<PlaceCode, List<Polygon>>();
        Map<PlaceCode, Point> labels = new HashMap<>();
        surfaces.forEach((code, polygons) -> {
            var pieces = new ArrayList<Polygon>();
            for (Polygon polygon : polygons) {
                if (!passed.contains(polygon)) {
                    List<long[]> rings = rings(polygon);
                    if (!rings.isEmpty()) {
                        pieces.add(new Polygon(rings));
                    }
                }
            }
            if (pieces.isEmpty()) {
                pieces.add(speck(largest(polygons)));
            }
            drawn.put(code, pieces);
            Point label = largest(pieces).label();
            labels.put(code, new Point(Math.round(label.x()) / 10.0, Math.round(label.y()) / 10.0));
        });
        var box = new ViewBox(
                Math.ceil((((double) east - west) / scale + 2 * MARGIN)) / 10,
                Math.ceil((((double) south - north) / scale + 2 * MARGIN)) / 10);
        return Drawing.of(level, box, drawn, labels, labels);
    }

    private static Polygon largest(List<Polygon> polygons) {
        Polygon largest = polygons.getFirst();
        for (Polygon polygon : polygons) {
            largest = polygon.outerArea() > largest.outerArea() ? polygon : largest;
        }
        return largest;
    }

    private Set<Polygon> smallIslands() {
        var uses = new int[topology.arcs().size()];
        for (int i = 0; i < ringNumbers.size(); i++) {
            for (int arc : topology.ring(i)) {
                uses[Topology.number(arc)]++;
            }
        }
        Set<Polygon> small = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<Polygon> polygons : surfaces.values()) {
            Polygon largest = largest(polygons);
            for (Polygon polygon : polygons) {
                boolean alone = polygon.rings().stream()
                        .flatMapToInt(ring -> Arrays.stream(arcs(ring)))
                        .allMatch(arc -> uses[Topology.number(arc)] == 1);
                if (!polygon.equals(largest) && alone && polygon.outerArea() < LEAST_ISLAND * scale * scale) {
                    small.add(polygon);
                }
            }
        }
        return small;
    }

    private int[] arcs(long[] ring) {
        return topology.ring(ringNumbers.getOrDefault(ring, 0));
    }

    private void keepWholeIfLost(Polygon largest) {
        if (rings(largest).isEmpty()) {
            for (int arc : arcs(largest.rings().getFirst())) {
                whole.add(Topology.number(arc));
            }
        }
    }

    /** The rings that are left in tenths of a unit; none if the outer one is lost. */
    private List<long[]> rings(Polygon polygon) {
        var rings = new ArrayList<long[]>();
        for (long[] ring : polygon.rings()) {
            long[] drawn = ring(arcs(ring));
            boolean lost = drawn.length < 4 || Polygon.signedArea(drawn) == 0;
            if (lost && rings.isEmpty()) {
                return List.of();
            }
            if (!lost) {
                rings.add(drawn);
            }
        }
        return rings;
    }

    private long[] ring(int[] arcs) {
        var points = new ArrayList<Long>();
        for (int named : arcs) {
            int number = Topology.number(named);
            long[] arc = topology.arcs().get(number);
            double limit = whole.contains(number) ? 0 : least;
            long[] kept = Visvalingam.kept(arc, weights.get(number), limit);
            for (long point : named < 0 ? Topology.reversed(kept) : kept) {
                long scaled = scaled(point);
                if (points.isEmpty() || points.getLast() != scaled) {
                    points.add(scaled);
                }
            }
        }
        return points.stream().mapToLong(each -> each).toArray();
    }

    private long scaled(long point) {
        int x = MARGIN + (int) Math.round(((double) Topology.x(point) - west) / scale);
        int y = MARGIN + (int) Math.round(((double) Topology.y(point) - north) / scale);
        return Topology.point(x, y);
    }

    /** What stands for a place smaller than a tenth of a unit: a square of two tenths. */
    private Polygon speck(Polygon polygon) {
        long middle = scaled(polygon.rings().getFirst()[0]);
        int x = Topology.x(middle);
        int y = Topology.y(middle);
        return new Polygon(List.of(new long[] {
            Topology.point(x - 1, y - 1),
            Topology.point(x + 1, y - 1),
            Topology.point(x + 1, y + 1),
            Topology.point(x - 1, y + 1),
            Topology.point(x - 1, y - 1)
        }));
    }
}
