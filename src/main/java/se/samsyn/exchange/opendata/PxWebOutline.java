package se.samsyn.exchange.opendata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Holds an answer's outline against the selection it is for, so that no server cuts in silence. The cells are counted, not read. */
final class PxWebOutline {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int TAIL = 200;

    private JsonNode ids = MissingNode.getInstance();
    private JsonNode dimensions = MissingNode.getInstance();
    private long cells = -1;

    private PxWebOutline() {}

    /** What is wrong with the answer, or empty. Throws {@link Refusal} on what is no answer at all. */
    static Optional<String> unlike(Map<String, List<String>> selection, Answer answer, PxWebQuestion.Format format) {
        return switch (format) {
            case JSON_STAT2 -> read(answer).unlike(selection);
            case PX -> unlike(answer.bytes());
        };
    }

    private static PxWebOutline read(Answer answer) {
        try (JsonParser parser = JSON.createParser(answer.bytes())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw PxWebReading.unexpected(answer, "Svaret är inget JSON-objekt.");
            }
            var outline = new PxWebOutline();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                outline.field(parser);
            }
            return outline;
        } catch (UnexpectedEndOfInputException cut) {
            throw new Refusal(OpenDataFault.CUT_OFF, answer.place(), "Svaret tar slut mitt i.");
        } catch (JacksonException broken) {
            throw new Refusal(OpenDataFault.NOT_JSON, answer.place(), "Svaret är inte hel JSON.");
        }
    }

    private void field(JsonParser parser) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (name) {
            case "id" -> ids = JSON.readTree(parser);
            case "dimension" -> dimensions = JSON.readTree(parser);
            case "value" -> cells = token == JsonToken.START_ARRAY ? counted(parser) : sparse(parser);
            default -> parser.skipChildren();
        }
    }

    private static long counted(JsonParser parser) {
        long count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            count++;
        }
        return count;
    }

    /** An object holds the cells that have a value; how many that is says nothing. */
    private static long sparse(JsonParser parser) {
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        parser.skipChildren();
        return object ? Long.MAX_VALUE : -1;
    }

    private Optional<String> unlike(Map<String, List<String>> selection) {
        List<String> came = PxWebReading.texts(ids);
        for (Map.Entry<String, List<String>> asked : selection.entrySet()) {
            JsonNode category = dimensions.path(asked.getKey()).path("category");
            List<String> codes = PxWebReading.codes(category);
            boolean same = came.contains(asked.getKey())
                    && codes.size() == asked.getValue().size()
                    && new HashSet<>(codes).containsAll(asked.getValue());
            if (!same) {
                return Optional.of("Svaret har andra värden på ”" + asked.getKey() + "” än de som efterfrågades.");
            }
        }
        if (came.size() != selection.size()) {
            return Optional.of("Svaret har andra variabler än de som efterfrågades.");
        }
        boolean whole = cells == Long.MAX_VALUE || cells == PxWebSplit.cells(selection);
        return whole ? Optional.empty() : Optional.of("Svaret har inte så många celler som efterfrågades.");
    }

    /** A PX file is keywords, of which DATA is the last, and ends with a semicolon. */
    private static Optional<String> unlike(byte[] px) {
        String head = new String(px, StandardCharsets.ISO_8859_1);
        String tail = new String(
                        Arrays.copyOfRange(px, Math.max(0, px.length - TAIL), px.length), StandardCharsets.ISO_8859_1)
                .strip();
        boolean whole = head.contains("DATA=") && tail.endsWith(";");
        return whole ? Optional.empty() : Optional.of("Svaret är ingen hel PX-fil.");
    }
}
