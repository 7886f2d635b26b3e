package se.samsyn.table;

import java.time.Instant;
import java.util.List;

/**
 * The tables that answer one of the seven questions, for one place and time.
 *
 * @param openness who may see these
 * @param years the years in which cases were opened, for choosing among
 * @param asOf when the rows were read
 */
public record Answer(View view, Openness openness, List<ResultTable> tables, List<Integer> years, Instant asOf) {

    /** Whether counts stand open, for the unit's own case-readers, or are protected. */
    public enum Openness {
        OPEN,
        PROTECTED
    }

    /** Copies the lists. */
    public Answer {
        tables = List.copyOf(tables);
        years = List.copyOf(years);
    }
}
