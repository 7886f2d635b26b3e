package se.samsyn.indicator.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * The stored form of a map. First {@code samsyn-map/1;LEVEL;width;height}, then a line {@code place;code;x;y;path} for each place
 * with its label point and a line {@code outline;code;path} for each outline. Where the arrow keys lead follows from the label
 * points.
 */
final class BoundaryText {

    private static final String FORMAT = "samsyn-map/1";
    private static final Pattern PATH = Pattern.compile("[MLlz0-9 .-]*+");

    private BoundaryText() {}

    static String write(MapShape shape) {
        var text = new StringBuilder();
        ViewBox box = shape.viewBox();
        text.append(String.format(Locale.ROOT, "%s;%s;%.1f;%.1f%n", FORMAT, shape.level(), box.width(), box.height()));
        for (PlaceShape place : shape.places()) {
            text.append(String.format(
                    Locale.ROOT,
                    "place;%s;%.1f;%.1f;%s%n",
                    place.code(),
                    place.label().x(),
                    place.label().y(),
                    place.path()));
        }
        for (RegionOutline outline : shape.outlines()) {
            text.append("outline;%s;%s%n".formatted(outline.region(), outline.path()));
        }
        return text.toString();
    }

    static MapShape read(String text) {
        List<String> lines = text.lines().toList();
        String[] head = fields(lines.isEmpty() ? "" : lines.getFirst(), 4);
        if (!head[0].equals(FORMAT)) {
            throw new IllegalArgumentException("Not a stored map");
        }
        var labels = new TreeMap<PlaceCode, Point>();
        var paths = new TreeMap<PlaceCode, String>();
        var outlines = new ArrayList<RegionOutline>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("place;")) {
                String[] fields = fields(line, 5);
                var code = new PlaceCode(fields[1]);
                labels.put(code, new Point(Double.parseDouble(fields[2]), Double.parseDouble(fields[3])));
                paths.put(code, path(fields[4]));
            } else {
                String[] fields = fields(line, 3);
                outlines.add(new RegionOutline(new PlaceCode(fields[1]), path(fields[2])));
            }
        }
        var walk = new Walk(labels);
        List<PlaceShape> places = labels.entrySet().stream()
                .map(entry -> new PlaceShape(
                        entry.getKey(),
                        paths.getOrDefault(entry.getKey(), ""),
                        entry.getValue(),
                        walk.from(entry.getKey())))
                .toList();
        var box = new ViewBox(Double.parseDouble(head[2]), Double.parseDouble(head[3]));
        return new MapShape(Level.valueOf(head[1]), box, places, outlines);
    }

    private static String[] fields(String line, int count) {
        String[] fields = line.split(";", -1);
        if (fields.length != count) {
            throw new IllegalArgumentException("Not a line of a stored map");
        }
        return fields;
    }

    private static String path(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a path of a stored map");
        }
        return path;
    }
}
