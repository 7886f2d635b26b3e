package se.samsyn.exchange;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.samsyn.instrument.Phase;

/**
 * The column of a long file that tells when a row's occasion was.
 *
 * @param phases the phase of each value that occurs; months and dates that are not listed go by the calendar: 0 months is
 *     before, the day of closing is closure, later is after, and everything between is {@code between}
 * @param between the phase of what lies after the opening where nothing says otherwise
 * @param dateColumn the column with the date, where the time column holds months or phases
 */
public record TimeColumn(
        String column, Kind kind, Map<String, Phase> phases, Phase between, Optional<String> dateColumn) {

    /** What stands in the column. */
    public enum Kind {
        MONTHS,
        DATE,
        PHASE
    }

    /** Copies the phases. */
    public TimeColumn {
        phases = Collections.unmodifiableMap(new TreeMap<>(phases));
    }
}
