package se.samsyn.indicator;

import java.util.List;

/**
 * What was found.
 *
 * @param total how many there are in all
 * @param hits those on the page asked for, best first
 */
public record Found(long total, List<Hit> hits) {

    /** Nothing. */
    public static final Found NOTHING = new Found(0, List.of());

    /** Copies the list. */
    public Found {
        hits = List.copyOf(hits);
    }

    /**
     * One of them.
     *
     * @param users how many places use it
     * @param latest the last year with values; 0 where it has none here
     */
    public record Hit(Indicator indicator, String sourceName, int users, int latest) {}
}
