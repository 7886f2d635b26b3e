package se.samsyn.indicator.map;

import java.util.List;

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
                    double x1 = Topology.x(ring[i]);
                    double x2 = Topology.x(ring[i + 1]);
                    inside ^= point.x() < x1 + (point.y() - y1) / (y2 - y1) * (x2 - x1);
                }
            }
        }
        return inside;
    }

    /**
     * A point inside, about as far from the border as it goes: the best of a grid over the surface, and of finer grids about the best.
     * The middle of the extent where no point of a grid is inside.
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
        var best = new Point((west + east) / 2, (north + south) / 2);
        double width = east - west;
        double height = south - north;
        double most = clearance(best);
        for (int round = 0; round < ROUNDS; round++) {
            Point middle = best;
            for (int i = 0; i < GRID * GRID; i++) {
                var each = new Point(
                        middle.x() + width * ((i % GRID + 0.5) / GRID - 0.5),
                        middle.y() + height * (((i / GRID) + 0.5) / GRID - 0.5));
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
