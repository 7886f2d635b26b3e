package se.samsyn.indicator;

import java.util.regex.Pattern;

/** The stable name of an indicator: Kolada's id ({@code N00945}), or one that its makers chose. Letters, digits, hyphens and underscores. */
public record IndicatorKey(String value) implements Comparable<IndicatorKey> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");

    /** Checks the form. */
    public IndicatorKey {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "An indicator's key begins with a letter and has letters, digits, hyphens and underscores");
        }
    }

    /** Whether the text has the form of a key. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(IndicatorKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
