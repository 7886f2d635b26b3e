package se.samsyn.indicator.web;

import org.jspecify.annotations.Nullable;

/** Text as it is sent. */
final class SentText {

    private SentText() {}

    /**
     * Without space around; blank where nothing was sent.
     *
     * @throws IllegalArgumentException when it holds the null character, which the database cannot keep
     */
    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A text has no null characters");
        }
        return text.strip();
    }
}
