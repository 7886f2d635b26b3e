package se.samsyn.exchange;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.instrument.VariableKey;

/**
 * A column with the answers to one variable.
 *
 * @param wave the wave of a wide file; blank in a long one
 * @param codes from what the file says to the code of an option; codes and labels of the form itself need no translation
 * @param special what the file says instead of an answer, such as 99; a blank key stands for an empty cell
 */
public record VariableColumn(
        String column,
        String wave,
        VariableKey variable,
        Map<String, String> codes,
        Map<String, SpecialAnswer> special) {

    /** Copies the translations. */
    public VariableColumn {
        codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        special = Collections.unmodifiableMap(new TreeMap<>(special));
    }
}
