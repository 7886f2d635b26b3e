package se.samsyn.indicator.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads GeoJSON as a stream, the members of an object in any order. What is no JSON at all is refused. */
final class GeoJsonReader {

    private static final int LONGEST_VALUE = 100;
    private static final int MOST_FEATURES = 20_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final JsonParser parser;
    private final List<GeoJson.Feature> features = new ArrayList<>();
    private final GeometryReader geometries;
    private String type = "";
    private String system = "";

    private GeoJsonReader(JsonParser parser) {
        this.parser = parser;
        geometries = new GeometryReader(parser);
    }

    static GeoJson read(byte[] file) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), file)) {
            return new GeoJsonReader(parser).read();
        } catch (UnexpectedEndOfInputException e) {
            throw new Refusal(MapProblem.ofFile(
                    "Filen slutar mitt i (%s).".formatted(place(e)), "Hämta den igen; den har inte kommit fram hel."));
        } catch (JacksonException e) {
            throw new Refusal(MapProblem.ofFile(
                    "Filen är inte läsbar som JSON (%s).".formatted(place(e)),
                    "Spara kartan som GeoJSON och läs in den."));
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "okänd plats"
                : "rad %d, tecken %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private GeoJson read() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal(
                    MapProblem.ofFile("Filen är JSON men ingen karta.", "Spara kartan som GeoJSON och läs in den."));
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "type" -> type = scalar();
                case "crs" -> system = systemName();
                case "features" -> readFeatures();
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new Refusal(MapProblem.ofFile("Det står mer efter kartan.", "Spara en karta i varje fil."));
        }
        return new GeoJson(type, system, List.copyOf(features));
    }

    /** The text of a string, number or truth value, cut where it is long; empty for anything else. */
    private String scalar() {
        if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
            parser.skipChildren();
            return "";
        }
        String text = parser.getString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) : text;
    }

    private String systemName() {
        Map<String, String> found = new LinkedHashMap<>();
        members("", found, 0);
        return found.getOrDefault("properties.name", "");
    }

    private void members(String prefix, Map<String, String> found, int depth) {
        if (parser.currentToken() != JsonToken.START_OBJECT || depth > 1) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                members(name + ".", found, depth + 1);
            } else {
                found.put(name, scalar());
            }
        }
    }

    private void readFeatures() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (features.size() == MOST_FEATURES) {
                throw new Refusal(MapProblem.ofFile(
                        "Filen har fler än %d objekt.".formatted(MOST_FEATURES),
                        "Spara en karta med ett objekt för varje kommun eller län."));
            }
            readFeature();
        }
    }

    private void readFeature() {
        Map<String, String> properties = new LinkedHashMap<>();
        GeoJson.Geometry geometry = GeoJson.Geometry.NONE;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "id" -> properties.put(CodeColumn.FEATURE_ID, scalar());
                    case "properties" -> members("", properties, 0);
                    case "geometry" -> geometry = geometries.read(0);
                    default -> parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
        features.add(new GeoJson.Feature(features.size() + 1, properties, geometry));
    }
}
