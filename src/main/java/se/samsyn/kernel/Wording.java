package se.samsyn.kernel;

import java.util.Locale;

/**
 * A text in both of Samsyn's languages, for content that is data (questions, units, categories). The texts of pages are
 * messages, not wordings.
 *
 * @param sv Swedish, never blank
 * @param en English; where nobody has translated, the Swedish text
 */
public record Wording(String sv, String en) {

    /** Checks that there is a Swedish text; a blank English one becomes the Swedish. */
    public Wording {
        if (sv.isBlank()) {
            throw new IllegalArgumentException("A wording needs a Swedish text");
        }
        en = en.isBlank() ? sv : en;
    }

    /** A text that is the same in both languages, such as a proper name. */
    public static Wording same(String text) {
        return new Wording(text, text);
    }

    /** The text in the reader's language: English for English locales, Swedish for all others. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : sv;
    }
}
