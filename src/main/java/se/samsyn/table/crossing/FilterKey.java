package se.samsyn.table.crossing;

import java.util.Arrays;
import java.util.List;

/** A filter: a field with the categories that are kept. Written {@code axis=code~code}. */
public record FilterKey(AxisKey axis, List<String> categories) {

    /** Copies the categories. */
    public FilterKey {
        categories = List.copyOf(categories);
    }

    /**
     * Reads the text form.
     *
     * @throws CrossingFault when it is not of that form
     */
    public static FilterKey of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new CrossingFault("filter-form", text);
        }
        return new FilterKey(
                AxisKey.of(text.substring(0, equals)),
                Arrays.stream(text.substring(equals + 1).split("~"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    @Override
    public String toString() {
        return axis + "=" + String.join("~", categories);
    }
}
