package se.samsyn.exchange.cube;

import java.util.List;

/** The outcome of reading a PX file. */
public sealed interface PxReading {

    /** What was found on the way. */
    List<Problem> problems();

    /**
     * A table.
     *
     * @param file all that was in the file, to be written again as it was
     * @param charset the encoding that the text really had
     * @param problems what the reader could read in spite of
     */
    record Table(Cube cube, PxFile file, String charset, List<Problem> problems) implements PxReading {

        /** Copies the problems. */
        public Table {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Keywords that are no table: the file has neither MATRIX nor DATA. There is nothing to import from it.
     */
    record Heading(List<PxKeyword> keywords, String charset, List<Problem> problems) implements PxReading {

        /** Copies the lists. */
        public Heading {
            keywords = List.copyOf(keywords);
            problems = List.copyOf(problems);
        }
    }

    /** The file cannot be used; the problems say why, the first that stopped the reading among them. */
    record Refused(List<Problem> problems) implements PxReading {

        /** Copies the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
