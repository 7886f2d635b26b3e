package se.samsyn.indicator.map;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A surface with whole-numbered points.
 *
 * @param rings closed, the outer first; the others are holes
 */
record Polygon(List<long[]> rings) {

    private static final int GRID = 12;
    private static final int ROUNDS = 5;

    Polygon {
        rings = List.copyOf(rings);
    }

    /** The area within the outer ring. */
    double outerArea() {
        return Math.abs(signedArea(rings.getFirst()));
    }

    static double signedArea(long[] ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.length; i++) {
            double x = Topology.x(ring[i]);
            double y = Topology.y(ring[i]);
            twice += x * Topology.y(ring[i + 1]) - Topology.x(ring[i + 1]) * y;
        }
        return twice / 2;
    }

    boolean contains(Point point) {
        boolean inside = false;
        for (long[] ring : rings) {
            for (int i = 0; i + 1 < ring.length; i++) {
                double y1 = Topology.y(ring[i]);
                double y2 = Topology.y(ring[i + 1]);
                if ((y1 > point.y()) != (y2 > point.y())) {
                    inside ^= point.x() < crossing(ring[i], ring[i + 1], point.y());
                }
            }
        }
        return inside;
    }

    /** A point inside: the middle of the widest part of a line across. Half way down, beside all points, as those are whole. */
    Point inside() {
        long[] outer = rings.getFirst();
        double y = Math.floor((Arrays.stream(outer).mapToInt(Topology::y).min().orElse(0)
                                + Arrays.stream(outer)
                                        .mapToInt(Topology::y)
                                        .max()
                                        .orElse(0))
                        / 2.0)
                + 0.5;
        double[] crossings = rings.stream()
                .flatMapToDouble(ring -> IntStream.range(0, ring.length - 1)
                        .filter(i -> (Topology.y(ring[i]) > y) != (Topology.y(ring[i + 1]) > y))
                        .mapToDouble(i -> crossing(ring[i], ring[i + 1], y)))
                .sorted()
                .toArray();
        double x = Topology.x(outer[0]);
        double widest = -1;
        for (int i = 0; i + 1 < crossings.length; i += 2) {
            if (crossings[i + 1] - crossings[i] > widest) {
                widest = crossings[i + 1] - crossings[i];
                x = (crossings[i] + crossings[i + 1]) / 2;
            }
        }
        return new Point(x, y);
    }

    private static double crossing(long from, long to, double y) {
        double x1 = Topology.x(from);
        double y1 = Topology.y(from);
        return x1 + (y - y1) / (Topology.y(to) - y1) * (Topology.x(to) - x1);
    }

    /**
     * A point inside, about as far from the border as it goes: the best of a grid over the surface, and of finer grids about the best.
     */
    Point label() {
        double west = Double.MAX_VALUE;
        double north = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = -Double.MAX_VALUE;
        for (long point : rings.getFirst()) {
            west = Math.min(west, Topology.x(point));
            east = Math.max(east, Topology.x(point));
            north = Math.min(north, Topology.y(point));
            south = Math.max(south, Topology.y(point));
        }
        Point best = inside();
        double width = east - west;
        double height = south - north;
        double most = clearance(best);
        for (int round = 0; round < ROUNDS; round++) {
            Point middle = best;
            for (int i = 0; i < GRID * GRID; i++) {
                var each = new Point(
                        middle.x() + width * share(i % GRID), middle.y() + height * share(Math.floorDiv(i, GRID)));
                double clear = clearance(each);
                if (clear > most) {
                    most = clear;
                    best = each;
                }
            }
            width /= 4;
            height /= 4;
        }
        return best;
    }

    /** From the middle of the grid to the middle of one of its cells, as a share of the grid. */
    private static double share(int cell) {
        return (cell + 0.5) / GRID - 0.5;
    }

    /** The square of the distance to the border; negative outside. */
    private double clearance(Point point) {
        double least = Double.MAX_VALUE;
        for (long[] ring : rings) {
            for (int i = 0; i + 1 < ring.length; i++) {
                least = Math.min(least, squaredDistance(point, ring[i], ring[i + 1]));
            }
        }
        return contains(point) ? least : -least;
    }

    private static double squaredDistance(Point point, long from, long to) {
        double dx = (double) Topology.x(to) - Topology.x(from);
        double dy = (double) Topology.y(to) - Topology.y(from);
        double length = dx * dx + dy * dy;
        double along = (point.x() - Topology.x(from)) * dx + (point.y() - Topology.y(from)) * dy;
        double share = length == 0 ? 0 : Math.clamp(along / length, 0, 1);
        return point.squaredDistance(new Point(Topology.x(from) + share * dx, Topology.y(from) + share * dy));
    }
}
