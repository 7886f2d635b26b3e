package se.samsyn.exchange.opendata;

import java.util.Optional;
import java.util.regex.Pattern;
import se.samsyn.kernel.PlaceCode;

/**
 * An id of Kolada's: an indicator ({@code N00945}), a municipality ({@code 2080}), a region ({@code 0020}), the nation ({@code 0000}),
 * a group ({@code G…}) or a unit ({@code V15E128300201}). Always text, since ids start with zeros.
 */
public record KoladaId(String value) implements Comparable<KoladaId> {

    private static final Pattern FORM = Pattern.compile("[^\\s,/?#%\\\\]{1,60}");
    private static final Pattern PLACE = Pattern.compile("\\d{4}");

    /** Checks the form; whether the id exists is for Kolada to say. */
    public KoladaId {
        if (!isId(value)) {
            throw new IllegalArgumentException("Not an id of Kolada's: 1-60 signs without space, comma or slash are");
        }
    }

    static boolean isId(String text) {
        return FORM.matcher(text).matches() && !text.matches("\\.{1,2}");
    }

    /** The id a user wrote, or empty if it cannot be one. */
    public static Optional<KoladaId> find(String text) {
        String stripped = text.strip();
        return isId(stripped) ? Optional.of(new KoladaId(stripped)) : Optional.empty();
    }

    /** The place in Samsyn's codes: {@code 0000} is SE, {@code 00LL} is region LL, {@code KKKK} the municipality; a group or unit has none. */
    public Optional<PlaceCode> place() {
        if (!PLACE.matcher(value).matches()) {
            return Optional.empty();
        }
        if (value.equals("0000")) {
            return Optional.of(PlaceCode.NATION);
        }
        return Optional.of(new PlaceCode(value.startsWith("00") ? value.substring(2) : value));
    }

    /** Kolada's id of a place in Samsyn's codes. */
    public static KoladaId of(PlaceCode place) {
        return switch (place.level()) {
            case NATION -> new KoladaId("0000");
            case REGION -> new KoladaId("00" + place.value());
            case MUNICIPALITY, UNIT -> new KoladaId(place.value());
        };
    }

    @Override
    public int compareTo(KoladaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
