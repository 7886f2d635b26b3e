package se.samsyn.sheet;

import java.util.List;
import java.util.Optional;

/**
 * One column and what was seen in it.
 *
 * @param index 0 for the first
 * @param filled cells that are not empty
 * @param whole cells that are whole numbers
 * @param comma cells that are numbers with decimal comma
 * @param point cells that are numbers with decimal point
 * @param dates cells that are dates
 * @param values the different values in order of appearance, {@value #MOST_VALUES} at most
 * @param moreValues whether there are others than those listed
 */
public record Column(
        int index,
        String name,
        long filled,
        long whole,
        long comma,
        long point,
        long dates,
        List<String> values,
        boolean moreValues) {

    /** How many different values are remembered. */
    public static final int MOST_VALUES = 60;

    /** Copies the values. */
    public Column {
        values = List.copyOf(values);
    }

    /** The decimal mark most cells have, the comma where it is even; empty where no cell has decimals. */
    public Optional<DecimalMark> decimals() {
        if (comma + point == 0) {
            return Optional.empty();
        }
        return Optional.of(comma >= point ? DecimalMark.COMMA : DecimalMark.POINT);
    }

    /** Whether both decimal marks occur. */
    public boolean mixesDecimals() {
        return comma > 0 && point > 0;
    }
}
