package se.samsyn.exchange.cube;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One text in one or more languages.
 *
 * @param byLanguage text by language tag ({@code sv}, {@code en}; {@code und} where the file does not say), the main language first
 */
public record Texts(Map<String, String> byLanguage) {

    /** No text. */
    public static final Texts NONE = new Texts(Map.of());

    /** Tag of a language that the file does not name. */
    public static final String UNDETERMINED = "und";

    /** Copies the texts in their order. */
    public Texts {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** A text in one language. */
    public static Texts of(String language, String text) {
        return new Texts(Map.of(language, text));
    }

    /** The text in the language; in the main language if it is not there; blank if there is none. */
    public String in(String language) {
        String found = byLanguage.get(language);
        return found == null ? main() : found;
    }

    /** The text in the main language, blank if there is none. */
    public String main() {
        return byLanguage.isEmpty() ? "" : byLanguage.values().iterator().next();
    }

    /** Whether there is no text. */
    public boolean isBlank() {
        return byLanguage.values().stream().allMatch(String::isBlank);
    }
}
