package se.samsyn.indicator.map;

import java.util.List;

/** The outcome of reading a file of boundaries. */
public sealed interface BoundaryReading {

    /**
     * The boundaries can be drawn.
     *
     * @param warnings what was mended or is missing; may be empty
     */
    record Read(Boundaries boundaries, List<MapProblem> warnings) implements BoundaryReading {

        /** Copies the warnings. */
        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The file cannot be used as it is.
     *
     * @param problems one or more; beyond thirty the last says how many are not listed
     */
    record Refused(List<MapProblem> problems) implements BoundaryReading {

        /** Copies the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
