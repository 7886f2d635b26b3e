package se.samsyn.indicator.map;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.samsyn.kernel.PlaceCode;

/**
 * Where the arrow keys lead on a map: to the nearest place within 45 degrees of the arrow, or where nobody is there to the nearest
 * anywhere on that side. A step to the side counts double. Equally near places are taken in order of code.
 */
final class Walk {

    private static final double ASIDE = 4;

    private final SortedMap<PlaceCode, Point> points;

    Walk(Map<PlaceCode, Point> points) {
        this.points = new TreeMap<>(points);
    }

    Map<Direction, PlaceCode> from(PlaceCode start) {
        var steps = new EnumMap<Direction, PlaceCode>(Direction.class);
        for (Direction direction : Direction.values()) {
            nearest(start, direction, 1)
                    .or(() -> nearest(start, direction, Double.MAX_VALUE))
                    .ifPresent(place -> steps.put(direction, place));
        }
        return steps;
    }

    private Optional<PlaceCode> nearest(PlaceCode start, Direction direction, double slope) {
        Point at = points.getOrDefault(start, new Point(0, 0));
        Optional<PlaceCode> best = Optional.empty();
        double least = Double.MAX_VALUE;
        for (Map.Entry<PlaceCode, Point> entry : points.entrySet()) {
            double dx = entry.getValue().x() - at.x();
            double dy = entry.getValue().y() - at.y();
            double ahead = direction.ahead(dx, dy);
            double aside = direction.aside(dx, dy);
            double cost = ahead * ahead + ASIDE * aside * aside;
            if (ahead > 0 && aside <= ahead * slope && cost < least) {
                least = cost;
                best = Optional.of(entry.getKey());
            }
        }
        return best;
    }
}
