package se.samsyn.web;

import org.jspecify.annotations.Nullable;

/** A field of a form as text: empty where the browser sent none. */
public final class FormText {

    private FormText() {}

    /** The text, or an empty one. */
    public static String of(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
