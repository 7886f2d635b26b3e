package se.samsyn.indicator.map;

/** A point of a picture in the units of its view box: x to the right, y down. */
public record Point(double x, double y) {

    double squaredDistance(Point other) {
        double dx = other.x - x;
        double dy = other.y - y;
        return dx * dx + dy * dy;
    }
}
