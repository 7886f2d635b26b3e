package se.samsyn.indicator.comparison;

import java.util.List;
import se.samsyn.table.Where;

/**
 * Places that are like one.
 *
 * @param places with their distances, nearest first
 * @param by what they were compared by
 * @param lacking how many places could not be compared, since a characteristic of theirs is not known
 */
public record Likeness(List<Near> places, List<By> by, int lacking) {

    /** Copies the lists. */
    public Likeness {
        places = List.copyOf(places);
        by = List.copyOf(by);
    }

    /** A place and its distance, in standard deviations. */
    public record Near(Where where, double distance) {}

    /** A characteristic with its title. */
    public record By(Characteristic characteristic, String title) {}
}
