package se.samsyn.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a request was refused, for the error page to say.
 *
 * @param why names the message {@code web.error.refused.WHY}
 * @param field the field it is about; empty where it is about none, or its name is not one that forms of ours have
 */
public record Refused(Why why, String field) {

    private static final String KEY = Refused.class.getName();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    /** Reasons that need words of their own. */
    public enum Why {
        CONTROL,
        HOST,
        PACE
    }

    /** Keeps only a name that forms of ours could have. */
    public Refused {
        field = NAME.matcher(field).matches() ? field : "";
    }

    /** Of no field. */
    public static Refused because(Why why) {
        return new Refused(why, "");
    }

    /** Writes down why, before the refusal is sent. */
    public void note(HttpServletRequest request) {
        request.setAttribute(KEY, this);
    }

    /** Why a request was refused, if that was noted. */
    static Optional<Refused> of(HttpServletRequest request) {
        return Optional.ofNullable((Refused) request.getAttribute(KEY));
    }
}
