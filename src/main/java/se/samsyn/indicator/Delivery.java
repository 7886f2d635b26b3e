package se.samsyn.indicator;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Indicators with values, as a source gives them at one time.
 *
 * @param source key of the source; it must be registered
 * @param name of the file or the question, for the list of imports
 * @param fetched when the source was asked
 * @param extent what it means that an earlier value is not among these
 * @param indicators those it brings or changes; values of others must be of indicators there already are
 * @param feed gives the values
 */
public record Delivery(
        String source, String name, Instant fetched, Extent extent, List<Indicator> indicators, Feed feed) {

    /** Copies the list. */
    public Delivery {
        indicators = List.copyOf(indicators);
    }

    /** How much of an indicator a delivery brings. */
    public enum Extent {
        /** All there is: earlier values that are not among them have been withdrawn. */
        WHOLE,
        /** All there is of the years and kinds of place that it has values of: earlier values of those that are not among them have been withdrawn. */
        OF_ITS_YEARS,
        /** All there is of the years and places that it has values of. */
        OF_ITS_PLACES,
        /** Some places or years: what is not among them stands. */
        PART
    }

    /** Gives values one by one, and knows which have been withdrawn. */
    public interface Feed {

        /**
         * Gives all of them.
         *
         * @throws Refused when it cannot, and then nothing is stored
         */
        void give(Consumer<Observation> values, Consumer<Observation> withdrawn);
    }

    /** A delivery that cannot be taken; the message says why and what to do, in Swedish. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** With a message for its reader. */
        public Refused(String message) {
            super(message);
        }
    }
}
