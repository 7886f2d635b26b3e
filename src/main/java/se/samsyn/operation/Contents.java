package se.samsyn.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the program is made of, as the list in its jar says (CycloneDX 1.6, {@code META-INF/sbom/application.cdx.json}).
 *
 * @param version the program's own
 * @param parts in the list's order
 */
record Contents(String version, List<Part> parts) {

    static final String PLACE = "/META-INF/sbom/application.cdx.json";

    /**
     * A library.
     *
     * @param name group and name
     * @param licences SPDX ids, or names where there is none; any of them may be chosen
     * @param sha256 of the jar, in hexadecimal
     */
    record Part(String name, String version, List<String> licences, String sha256) {

        /** Copies the licences. */
        Part {
            licences = List.copyOf(licences);
        }
    }

    /** Copies the parts. */
    Contents {
        parts = List.copyOf(parts);
    }

    /** The list as it stands in the program. */
    static byte[] bytes() {
        try (InputStream in = Contents.class.getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new IllegalStateException("There is no list of contents in the program");
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The list, read. */
    static Contents read() {
        JsonNode list = new JsonMapper().readTree(bytes());
        var parts = new ArrayList<Part>();
        for (JsonNode each : list.path("components")) {
            parts.add(new Part(
                    each.path("group").asString() + ":" + each.path("name").asString(),
                    each.path("version").asString(),
                    licences(each),
                    sha256(each)));
        }
        return new Contents(
                list.path("metadata").path("component").path("version").asString(), parts);
    }

    private static List<String> licences(JsonNode part) {
        var found = new ArrayList<String>();
        for (JsonNode each : part.path("licenses")) {
            var licence = each.path("license");
            found.add(
                    licence.has("id")
                            ? licence.path("id").asString()
                            : licence.path("name").asString());
        }
        return found;
    }

    private static String sha256(JsonNode part) {
        for (JsonNode each : part.path("hashes")) {
            if (each.path("alg").asString().equals("SHA-256")) {
                return each.path("content").asString();
            }
        }
        return "";
    }
}
