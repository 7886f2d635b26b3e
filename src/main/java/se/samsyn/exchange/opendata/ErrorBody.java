package se.samsyn.exchange.opendata;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service says of an error: {@code title} and {@code detail} of problem+json (RFC 9457), of which PxWeb fills in the title
 * alone, or Kolada's {@code detail}, a text or a list of objects with {@code msg}.
 */
final class ErrorBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 300;

    private ErrorBody() {}

    /** The service's words on one line, or blank if the body has none. */
    static String words(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            var said = new ArrayList<String>();
            add(said, root.path("title"));
            JsonNode detail = root.path("detail");
            if (detail.isArray()) {
                detail.forEach(each -> add(said, each.path("msg")));
            } else {
                add(said, detail);
            }
            return clean(String.join(": ", said));
        } catch (JacksonException notJson) {
            return "";
        }
    }

    private static void add(List<String> said, JsonNode node) {
        if (node.isString() && !said.contains(node.stringValue())) {
            said.add(node.stringValue());
        }
    }

    private static String clean(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
