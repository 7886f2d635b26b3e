package se.samsyn.exchange.opendata;

import java.time.Instant;
import java.util.List;

/** The outcome of asking a source of open statistics: the whole answer, or none of it. */
public sealed interface Fetched<T> {

    /**
     * Everything that was asked for came.
     *
     * @param value the answer
     * @param fetchedAt when the oldest part of it left the source; for saved files, when the oldest of them was last written
     * @param unknown ids that were asked for and that the answer says nothing about, in the order asked
     * @param warnings what the reader of the answer should know, in Swedish
     */
    record Complete<T>(T value, Instant fetchedAt, List<String> unknown, List<String> warnings) implements Fetched<T> {

        /** Copies the lists. */
        public Complete {
            unknown = List.copyOf(unknown);
            warnings = List.copyOf(warnings);
        }
    }

    /** Nothing of the answer may be used: what a taker has been given is to be rolled back. */
    record Refused<T>(OpenDataProblem problem) implements Fetched<T> {}
}
