package se.samsyn.kernel;

import java.util.regex.Pattern;

/**
 * The code of a place: {@code SE} for the nation, two digits for a region (county code, {@code 20}), four for a municipality
 * ({@code 2080}). Always text, since codes start with zeros. Source: Statistics Sweden's regional divisions.
 */
public record PlaceCode(String value) implements Comparable<PlaceCode> {

    private static final Pattern FORM = Pattern.compile("SE|\\d{2}|\\d{4}");

    /** The whole country. */
    public static final PlaceCode NATION = new PlaceCode("SE");

    /** Checks the form; whether the place exists is for the organisation module to say. */
    public PlaceCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a place code: SE, two digits or four digits are");
        }
    }

    /** Nation, region or municipality. */
    public Level level() {
        return switch (value.length()) {
            case 4 -> Level.MUNICIPALITY;
            default -> equals(NATION) ? Level.NATION : Level.REGION;
        };
    }

    /** The region of a municipality; a region is its own, and the nation has none. */
    public PlaceCode region() {
        if (equals(NATION)) {
            throw new IllegalStateException("The nation lies in no region");
        }
        return new PlaceCode(value.substring(0, 2));
    }

    /** Whether the other place is this one or lies in it. */
    public boolean contains(PlaceCode other) {
        return equals(NATION) || other.value.startsWith(value);
    }

    @Override
    public int compareTo(PlaceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
