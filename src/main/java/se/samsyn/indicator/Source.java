package se.samsyn.indicator;

import java.util.Set;

/**
 * Where figures come from.
 *
 * @param publisher who answers for it
 * @param levels the levels it can tell of; a local one is made here or for a single municipality
 * @param address where it is found; blank where it is nowhere on the net
 * @param about what it holds and what it can be used for
 */
public record Source(
        String key,
        String name,
        String publisher,
        Kind kind,
        Set<Reach> levels,
        String address,
        String about,
        Quality quality) {

    /** Copies the levels and checks key and name. */
    public Source {
        levels = Set.copyOf(levels);
        if (!key.matches("[a-z][a-z0-9-]{1,39}") || name.isBlank()) {
            throw new IllegalArgumentException(
                    "A source has a key of lower-case letters, digits and hyphens, and a name");
        }
    }

    /** What sort of source it is. */
    public enum Kind {
        /** A place to look at figures from elsewhere. */
        PORTAL,
        /** Figures that can be fetched. */
        DATABASE,
        SURVEY,
        /** A register of persons, cases or events. */
        REGISTER
    }

    /** How far it reaches. */
    public enum Reach {
        NATIONAL,
        REGIONAL,
        LOCAL
    }
}
