package se.samsyn.instrument;

/**
 * The one JSON form of an instrument, documented in docs/instrument-json.md. What is written and read again is the same form; what
 * is left out when reading has the documented default.
 */
public final class FormJson {

    /** What the property {@code samsyn} of an instrument says. */
    static final String FORMAT = "instrument/1";

    private FormJson() {}

    /** The form as indented JSON, always the same text for the same form. */
    public static String write(Form form) {
        return new FormWriter().write(form);
    }

    /** Reads a form; throws {@link MalformedForm} naming the first place that is wrong. Does not ask whether it is fit for use. */
    public static Form read(String json) {
        return new FormReader().read(JsonAt.root(json));
    }
}
