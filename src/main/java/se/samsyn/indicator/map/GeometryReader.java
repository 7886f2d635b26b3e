package se.samsyn.indicator.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the geometry of one object. Coordinates may stand before the type, so they are read for what they are first: positions,
 * lines of positions, and groups of those. A coordinate that is no number becomes NaN. Points and lines have no surface and are
 * passed over.
 */
final class GeometryReader {

    /** The most points of a file. */
    static final int MOST_POINTS = 1_000_000;

    private static final int DEEPEST = 6;

    private sealed interface Part {
        record Position(double x, double y) implements Part {}

        /** Positions one after the other, x and y by turns. */
        final class Line implements Part {
            private final double[] points;

            Line(double[] points) {
                this.points = points;
            }
        }

        record Group(List<Part> parts) implements Part {}

        record Fault() implements Part {}
    }

    private final JsonParser parser;
    private int points;

    GeometryReader(JsonParser parser) {
        this.parser = parser;
    }

    GeoJson.Geometry read(int depth) {
        if (parser.currentToken() != JsonToken.START_OBJECT || depth > DEEPEST) {
            boolean absent = parser.currentToken() == JsonToken.VALUE_NULL;
            parser.skipChildren();
            return absent ? GeoJson.Geometry.NONE : GeoJson.Geometry.FAULTY;
        }
        String type = "";
        Part coordinates = new Part.Group(List.of());
        var inner = new ArrayList<GeoJson.Geometry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("type") && token == JsonToken.VALUE_STRING) {
                type = parser.getString();
            } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
                coordinates = part(0);
            } else if (name.equals("geometries") && token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    inner.add(read(depth + 1));
                }
            } else {
                parser.skipChildren();
            }
        }
        return geometry(type, coordinates, inner);
    }

    private static GeoJson.Geometry geometry(String type, Part coordinates, List<GeoJson.Geometry> inner) {
        return switch (type) {
            case "Polygon" -> surfaces(List.of(coordinates));
            case "MultiPolygon" ->
                coordinates instanceof Part.Group group ? surfaces(group.parts()) : GeoJson.Geometry.FAULTY;
            case "GeometryCollection" ->
                new GeoJson.Geometry(
                        inner.stream().flatMap(each -> each.polygons().stream()).toList(),
                        inner.stream().anyMatch(GeoJson.Geometry::fault));
            case "Point", "MultiPoint", "LineString", "MultiLineString" -> GeoJson.Geometry.NONE;
            default -> GeoJson.Geometry.FAULTY;
        };
    }

    private static GeoJson.Geometry surfaces(List<Part> parts) {
        var polygons = new ArrayList<List<double[]>>();
        for (Part part : parts) {
            Optional<List<double[]>> rings = rings(part);
            if (rings.isEmpty()) {
                return GeoJson.Geometry.FAULTY;
            }
            if (!rings.get().isEmpty()) {
                polygons.add(rings.get());
            }
        }
        return new GeoJson.Geometry(polygons, false);
    }

    private static Optional<List<double[]>> rings(Part polygon) {
        if (!(polygon instanceof Part.Group group)) {
            return Optional.empty();
        }
        var rings = new ArrayList<double[]>();
        for (Part part : group.parts()) {
            switch (part) {
                case Part.Line line -> rings.add(line.points);
                case Part.Group empty when empty.parts().isEmpty() -> {}
                case Part.Group _, Part.Position _, Part.Fault _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(rings);
    }

    private Part part(int depth) {
        if (depth > DEEPEST) {
            parser.skipChildren();
            return new Part.Fault();
        }
        var parts = new ArrayList<Part>();
        var line = new double[32];
        int length = 0;
        boolean fault = false;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                return position();
            }
            switch (part(depth + 1)) {
                case Part.Position position -> {
                    line = length == line.length ? Arrays.copyOf(line, 2 * length) : line;
                    line[length++] = position.x();
                    line[length++] = position.y();
                }
                case Part.Fault _ -> fault = true;
                case Part.Line each -> parts.add(each);
                case Part.Group each -> parts.add(each);
            }
        }
        if (fault || (length > 0 && !parts.isEmpty())) {
            return new Part.Fault();
        }
        return length > 0 ? new Part.Line(Arrays.copyOf(line, length)) : new Part.Group(parts);
    }

    /** The rest of an array that began with something else than an array. */
    private Part position() {
        points++;
        if (points > MOST_POINTS) {
            throw new Refusal(MapProblem.ofFile(
                    "Filen har fler än %s punkter.".formatted("1 000 000"),
                    "Spara en förenklad (generaliserad) karta."));
        }
        double x = number(parser.currentToken());
        double y = Double.NaN;
        int index = 1;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (index == 1) {
                y = number(token);
            }
            parser.skipChildren();
            index++;
        }
        return new Part.Position(x, y);
    }

    private double number(JsonToken token) {
        return token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
    }
}
