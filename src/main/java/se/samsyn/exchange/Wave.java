package se.samsyn.exchange;

import java.util.Optional;
import se.samsyn.instrument.Phase;

/**
 * One occasion of each case in a wide file.
 *
 * @param key what the mapping calls it, such as {@code before} or {@code m12}
 * @param months after the opening; the date of the occasion where there is no column for it
 * @param dateColumn the column with the date
 */
public record Wave(String key, Phase phase, int months, Optional<String> dateColumn) {

    /** The only wave of a file with one occasion per case. */
    public static final Wave BEFORE = new Wave("before", Phase.BEFORE, 0, Optional.empty());

    /** Checks the months. */
    public Wave {
        if (months < 0 || months > 600 || key.isBlank()) {
            throw new IllegalArgumentException("A wave has a key and lies 0 to 600 months after the opening");
        }
    }
}
