package se.samsyn.indicator.map;

/** The way an arrow key points on a map with north up. */
public enum Direction {
    UP(0, -1),
    DOWN(0, 1),
    LEFT(-1, 0),
    RIGHT(1, 0);

    private final int x;
    private final int y;

    Direction(int x, int y) {
        this.x = x;
        this.y = y;
    }

    /** How far this way a step goes; negative for a step the other way. */
    double ahead(double dx, double dy) {
        return x * dx + y * dy;
    }

    /** How far to the side a step goes, 0 or more. */
    double aside(double dx, double dy) {
        return Math.abs(x * dy - y * dx);
    }
}
