package se.samsyn.indicator;

import java.util.List;

/**
 * The first of many, and how many there are in all, so that nothing is cut unseen.
 *
 * @param total at least as many as are shown
 */
public record Shown<T>(List<T> first, long total) {

    /** Copies the list. */
    public Shown {
        first = List.copyOf(first);
    }

    /** How many are not shown. */
    public long left() {
        return total - first.size();
    }
}
