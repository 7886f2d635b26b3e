package se.samsyn.exchange.cube;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON into {@link Json}. Members named value and status become columns, but where names are free. */
final class JsonTree {

    private static final int DEEPEST = 60;
    private static final Set<String> FREE =
            Set.of("dimension", "index", "label", "note", "child", "unit", "coordinates", "category", "extension");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(5_000_000)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The document; throws {@link Malformed} if it is no JSON. */
    static Json parse(Source source) throws IOException, Malformed {
        try (InputStream in = source.open();
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() == null) {
                throw new Malformed("filen är tom", 1);
            }
            Json root = new JsonTree(parser).value("", false);
            if (parser.nextToken() != null) {
                throw new Malformed(
                        "något står efter dokumentets slut",
                        parser.currentLocation().getLineNr());
            }
            return root;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw new Malformed("det går inte att tolka här", line);
        }
    }

    private Json value(String owner, boolean free) throws Malformed {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(owner, free);
            case START_ARRAY -> array(owner, free);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(number());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            default ->
                throw new Malformed(
                        "det går inte att tolka här", parser.currentLocation().getLineNr());
        };
    }

    private double number() throws Malformed {
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            throw new Malformed("talet är för stort", parser.currentLocation().getLineNr());
        }
        return value;
    }

    private Json object(String owner, boolean free) throws Malformed {
        var members = new LinkedHashMap<String, Json>();
        while (next() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = next();
            boolean inner = free || owner.equals("extension");
            boolean column = !inner && !FREE.contains(owner) && (name.equals("value") || name.equals("status"));
            if (column && (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT)) {
                members.put(name, column());
            } else {
                members.put(name, value(name, inner));
            }
        }
        return new Json.Members(members);
    }

    private Json array(String owner, boolean free) throws Malformed {
        var items = new ArrayList<Json>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(value(owner, free));
        }
        return new Json.Items(items);
    }

    private Json column() throws Malformed {
        boolean keyed = parser.currentToken() == JsonToken.START_OBJECT;
        var column = new Json.Column(keyed);
        JsonToken end = keyed ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        while (next() != end) {
            String key = "";
            if (keyed) {
                key = parser.currentName();
                next();
            }
            switch (parser.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> column.number(key, number());
                case VALUE_STRING -> column.text(key, parser.getString());
                case VALUE_NULL -> column.nothing(key);
                default -> {
                    column.other(key);
                    parser.skipChildren();
                }
            }
        }
        return column;
    }

    private JsonToken next() throws Malformed {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new Malformed(
                    "dokumentet tar slut i förtid", parser.currentLocation().getLineNr());
        }
        return token;
    }

    /** Thrown and caught within the package. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        final int line;

        Malformed(String message, int line) {
            super(message, null, false, false);
            this.line = line;
        }
    }
}
