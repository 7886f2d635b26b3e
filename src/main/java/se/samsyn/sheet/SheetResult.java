package se.samsyn.sheet;

import java.util.List;

/** The outcome of opening a file. */
public sealed interface SheetResult {

    /** What was seen in the file, whether or not it can be used. */
    Seen seen();

    /** The file can be read; its rows may be asked for. */
    record Opened(Sheet sheet) implements SheetResult {

        @Override
        public Seen seen() {
            return sheet.seen();
        }
    }

    /**
     * The file cannot be used as it is.
     *
     * @param seen what was understood before it went wrong
     * @param unlisted problems beyond those listed
     */
    record Refused(Seen seen, List<Problem> problems, long unlisted) implements SheetResult {

        /** Copies the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
