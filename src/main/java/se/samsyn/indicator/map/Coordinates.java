package se.samsyn.indicator.map;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the numbers of a file are, told from where they lie: Sweden is somewhere else in each. */
enum Coordinates {
    DEGREES(10, 25, 54.5, 70),
    DEGREES_TURNED(10, 25, 54.5, 70),
    METRES(200_000, 1_000_000, 6_050_000, 7_750_000),
    METRES_TURNED(200_000, 1_000_000, 6_050_000, 7_750_000);

    /** Names of systems that are one of the above, by what their names end with: WGS 84, SWEREF 99 and ETRS 89, SWEREF 99 TM, UTM 33. */
    private static final String[] KNOWN = {"4326", "4258", "4619", "CRS84", "3006", "25833", "32633"};

    private final double west;
    private final double east;
    private final double south;
    private final double north;

    Coordinates(double west, double east, double south, double north) {
        this.west = west;
        this.east = east;
        this.south = south;
        this.north = north;
    }

    /** Whether a name of a coordinate system is of one that can be read. */
    static boolean knows(String system) {
        String name = system.toUpperCase(Locale.ROOT);
        return Arrays.stream(KNOWN).anyMatch(name::endsWith);
    }

    /** What most of the points are; empty if none lies in Sweden in any of them. */
    static Optional<Coordinates> of(GeoJson file) {
        var counts = new EnumMap<Coordinates, Integer>(Coordinates.class);
        file.forEachPoint((x, y) -> {
            for (Coordinates each : values()) {
                if (each.holds(x, y)) {
                    counts.merge(each, 1, Integer::sum);
                }
            }
        });
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Whether latitude or northing stands first. */
    boolean turned() {
        return this == DEGREES_TURNED || this == METRES_TURNED;
    }

    boolean holds(double first, double second) {
        double x = turned() ? second : first;
        double y = turned() ? first : second;
        return x >= west && x <= east && y >= south && y <= north;
    }

    /** The point in metres of SWEREF 99 TM, x to the east and y to the north. */
    Point project(double first, double second) {
        return switch (this) {
            case DEGREES -> TransverseMercator.SWEREF_99_TM.project(first, second);
            case DEGREES_TURNED -> TransverseMercator.SWEREF_99_TM.project(second, first);
            case METRES -> new Point(first, second);
            case METRES_TURNED -> new Point(second, first);
        };
    }
}
