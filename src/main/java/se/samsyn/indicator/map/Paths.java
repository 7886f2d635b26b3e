package se.samsyn.indicator.map;

import java.util.List;

/** Lines as SVG paths. Points are whole tenths of the units of the view box; after the first they are written as steps. */
final class Paths {

    private Paths() {}

    /** Closed rings, one after the other. */
    static String rings(List<long[]> closed) {
        var path = new StringBuilder();
        for (long[] ring : closed) {
            line(path, ring, ring.length - 1);
            path.append('z');
        }
        return path.toString();
    }

    /** Open lines, one after the other. */
    static String lines(List<long[]> open) {
        var path = new StringBuilder();
        for (long[] line : open) {
            line(path, line, line.length);
        }
        return path.toString();
    }

    private static void line(StringBuilder path, long[] points, int length) {
        path.append('M');
        pair(path, Topology.x(points[0]), Topology.y(points[0]));
        for (int i = 1; i < length; i++) {
            path.append(i == 1 ? 'l' : ' ');
            pair(
                    path,
                    Topology.x(points[i]) - Topology.x(points[i - 1]),
                    Topology.y(points[i]) - Topology.y(points[i - 1]));
        }
    }

    private static void pair(StringBuilder path, int x, int y) {
        tenths(path, x);
        path.append(' ');
        tenths(path, y);
    }

    /** 12 is 1.2, -3 is -.3 and 40 is 4. */
    private static void tenths(StringBuilder path, int value) {
        int size = Math.abs(value);
        path.append(value < 0 ? "-" : "");
        if (size >= 10 || size == 0) {
            path.append(size / 10);
        }
        if (size % 10 != 0) {
            path.append('.').append(size % 10);
        }
    }
}
