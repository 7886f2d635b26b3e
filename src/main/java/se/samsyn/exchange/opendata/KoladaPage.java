package se.samsyn.exchange.opendata;

import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer of Kolada's, v3 or v2: an object with a list called {@code values}. Rows are handed on one at a time. Fields that are not
 * known are passed over.
 *
 * @param rows number of rows
 * @param next address of the page after this one, or blank
 * @param previous address of the page before this one, or blank
 */
record KoladaPage(long rows, String next, String previous) {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads to the end of the input. Throws {@link Refusal} on what is no such answer. */
    static KoladaPage read(InputStream in, String place, Consumer<JsonNode> rows) {
        try (JsonParser parser = JSON.createParser(in)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Refusal(OpenDataFault.CUT_OFF, place, "Svaret är tomt.");
            }
            if (first != JsonToken.START_OBJECT) {
                throw noValues(place);
            }
            KoladaPage page = read(parser, place, rows);
            if (parser.nextToken() != null) {
                throw new Refusal(OpenDataFault.NOT_JSON, place, "Efter svarets slut står mer text.");
            }
            return page;
        } catch (UnexpectedEndOfInputException cut) {
            throw new Refusal(OpenDataFault.CUT_OFF, place, "Svaret tar slut mitt i.");
        } catch (StreamConstraintsException large) {
            throw new Refusal(OpenDataFault.TOO_LARGE, place, "Svaret har en text eller ett djup utöver det rimliga.");
        } catch (JacksonIOException disk) {
            throw new Refusal(OpenDataFault.FILE, place, "Filen går inte att läsa till slut.");
        } catch (JacksonException broken) {
            throw new Refusal(
                    OpenDataFault.NOT_JSON,
                    place,
                    "Svaret är inte hel JSON: fel på rad %d, tecken %d."
                            .formatted(
                                    broken.getLocation().getLineNr(),
                                    broken.getLocation().getColumnNr()));
        }
    }

    private static KoladaPage read(JsonParser parser, String place, Consumer<JsonNode> rows) {
        long count = -1;
        String next = "";
        String previous = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "values" -> {
                    if (count >= 0 || parser.currentToken() != JsonToken.START_ARRAY) {
                        throw noValues(place);
                    }
                    count = rows(parser, place, rows);
                }
                case "next_url", "next_page" -> next = address(parser, place, next);
                case "previous_url", "previous_page" -> previous = address(parser, place, previous);
                default -> parser.skipChildren();
            }
        }
        if (count < 0) {
            throw noValues(place);
        }
        return new KoladaPage(count, next, previous);
    }

    private static long rows(JsonParser parser, String place, Consumer<JsonNode> rows) {
        long count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            count++;
            JsonNode row = JSON.readTree(parser);
            if (!row.isObject()) {
                throw new Refusal(OpenDataFault.UNEXPECTED_FORM, place, "Rad " + count + " i svaret är inget objekt.");
            }
            try {
                rows.accept(row);
            } catch (Fields.Unreadable unreadable) {
                throw new Refusal(
                        OpenDataFault.UNEXPECTED_FORM, place, "Rad " + count + " i svaret går inte att tyda.");
            }
        }
        return count;
    }

    private static String address(JsonParser parser, String place, String before) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return before;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Refusal(
                    OpenDataFault.UNEXPECTED_FORM,
                    place,
                    "Svaret pekar på en annan sida på ett sätt som inte går att tyda.");
        }
        return parser.getString().isBlank() ? before : parser.getString().strip();
    }

    private static Refusal noValues(String place) {
        return new Refusal(OpenDataFault.UNEXPECTED_FORM, place, "Svaret saknar listan ”values”.");
    }
}
