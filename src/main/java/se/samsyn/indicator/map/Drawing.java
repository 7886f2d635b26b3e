package se.samsyn.indicator.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * Makes a map of surfaces whose points are whole tenths of a unit. The outline of a region is what only one of its municipalities
 * borders on.
 */
final class Drawing {

    private Drawing() {}

    /** What the arrow keys go by: where each place stands, in any unit. */
    static MapShape of(
            Level level,
            ViewBox box,
            SortedMap<PlaceCode, List<Polygon>> surfaces,
            Map<PlaceCode, Point> labels,
            Map<PlaceCode, Point> stand) {
        var walk = new Walk(stand);
        var places = new ArrayList<PlaceShape>();
        surfaces.forEach((code, polygons) -> places.add(new PlaceShape(
                code,
                Paths.rings(
                        polygons.stream().flatMap(each -> each.rings().stream()).toList()),
                labels.getOrDefault(code, new Point(0, 0)),
                walk.from(code))));
        return new MapShape(level, box, places, level == Level.MUNICIPALITY ? outlines(surfaces) : List.of());
    }

    private static List<RegionOutline> outlines(SortedMap<PlaceCode, List<Polygon>> surfaces) {
        var rings = new ArrayList<long[]>();
        var regions = new ArrayList<PlaceCode>();
        surfaces.forEach((code, polygons) ->
                polygons.forEach(polygon -> polygon.rings().forEach(ring -> {
                    rings.add(ring);
                    regions.add(code.region());
                })));
        var topology = new Topology(rings);
        var uses = new TreeMap<PlaceCode, Map<Integer, Integer>>();
        for (int i = 0; i < rings.size(); i++) {
            Map<Integer, Integer> counts = uses.computeIfAbsent(regions.get(i), each -> new HashMap<>());
            for (int arc : topology.ring(i)) {
                counts.merge(Topology.number(arc), 1, Integer::sum);
            }
        }
        var outlines = new ArrayList<RegionOutline>();
        uses.forEach((region, counts) -> {
            List<long[]> outer = counts.entrySet().stream()
                    .filter(entry -> entry.getValue() == 1)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .map(topology.arcs()::get)
                    .toList();
            outlines.add(new RegionOutline(region, Paths.lines(joined(outer))));
        });
        return outlines;
    }

    /** Lines that begin where another ends put together, so that corners are drawn as corners. */
    private static List<long[]> joined(List<long[]> lines) {
        var left = new ArrayList<>(lines);
        var joined = new ArrayList<long[]>();
        while (!left.isEmpty()) {
            long[] line = left.removeLast();
            boolean found = true;
            while (found && line[0] != line[line.length - 1]) {
                found = false;
                for (int i = 0; i < left.size() && !found; i++) {
                    long[] next = left.get(i);
                    long end = line[line.length - 1];
                    if (next[0] == end || next[next.length - 1] == end) {
                        line = append(line, next[0] == end ? next : Topology.reversed(next));
                        left.remove(i);
                        found = true;
                    }
                }
            }
            joined.add(line);
        }
        return joined;
    }

    private static long[] append(long[] line, long[] next) {
        var whole = new long[line.length + next.length - 1];
        System.arraycopy(line, 0, whole, 0, line.length);
        System.arraycopy(next, 1, whole, line.length, next.length - 1);
        return whole;
    }
}
