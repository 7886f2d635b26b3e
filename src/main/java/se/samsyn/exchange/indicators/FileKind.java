package se.samsyn.exchange.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a file of indicators is, told by what it holds and not by its name. */
enum FileKind {
    KOLADA,
    JSON_STAT,
    PX,
    SHEET,
    /** A web page, as a sign-in or an error page that was saved in the file's stead. */
    WEB_PAGE,
    EMPTY;

    private static final int HEAD = 4096;
    private static final JsonFactory JSON = new JsonFactory();

    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "")
                .toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.charAt(0) == '<') {
            return WEB_PAGE;
        }
        if (text.charAt(0) == '{' || text.charAt(0) == '[') {
            return json(file);
        }
        boolean px = text.matches(
                        "(?s)(CHARSET|CODEPAGE|AXIS-VERSION|LANGUAGES?|MATRIX|SUBJECT-|CREATION-DATE|TITLE|DECIMALS|CONTENTS|UNITS|STUB|HEADING).{0,40}?=.*")
                || (text.contains("=\"") && text.contains("\";") && name(file).endsWith(".px"));
        return px || (name(file).endsWith(".px") && text.contains("=")) ? PX : SHEET;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Kolada's answers have a list called values among their first fields; what is broken before that is left for the reader to tell of. */
    private static FileKind json(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return KOLADA;
            }
            for (JsonToken token = json.nextToken(); token == JsonToken.PROPERTY_NAME; token = json.nextToken()) {
                Optional<FileKind> told = told(json.currentName(), json.nextToken());
                if (told.isPresent()) {
                    return told.get();
                }
                json.skipChildren();
            }
            return JSON_STAT;
        } catch (JacksonException _) {
            return KOLADA;
        }
    }

    private static Optional<FileKind> told(String field, JsonToken value) {
        return switch (field) {
            case "values" -> value == JsonToken.START_ARRAY ? Optional.of(KOLADA) : Optional.empty();
            case "class", "version", "dimension", "dataset", "id", "link" -> Optional.of(JSON_STAT);
            default -> Optional.empty();
        };
    }
}
