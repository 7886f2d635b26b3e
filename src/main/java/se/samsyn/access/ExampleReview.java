package se.samsyn.access;

import java.time.YearMonth;

/** Makes a check of the log that is done, for the made-up county. Whoever keeps the log honest does it; there is none but in the demo. */
@FunctionalInterface
public interface ExampleReview {

    /**
     * Draws, marks and signs the check of a month: all as expected, but for one line to ask about.
     *
     * @param question what is noted of that line
     */
    void signed(YearMonth month, Actor reviewer, long seed, String question);
}
