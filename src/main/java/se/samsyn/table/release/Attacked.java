package se.samsyn.table.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A release set that has been protected and attacked, before it is released: for its owner alone.
 *
 * @param shown the count of each cell that would be shown, by the cell's name; hidden cells have none
 * @param worst the hidden cells that an attacker comes nearest to
 */
public record Attacked(
        Declared declared, Basis basis, Map<String, Optional<Long>> shown, Report report, List<Worst> worst)
        implements Proposal {

    /** Checks and copies. */
    public Attacked {
        worst = List.copyOf(worst);
    }

    /**
     * What the attack rests on; when any of it has changed, the attack tells nothing any more.
     *
     * @param earlier the releases that were known
     */
    public record Basis(String rows, Set<UUID> earlier, Policy policy) {}

    /**
     * The figures of an attack.
     *
     * @param cells of all tables together, each counted once
     * @param primaries hidden for their own sake
     * @param exact that can be worked out whatever is hidden, since earlier releases tell of them
     * @param narrow that can be told to within less than the policy's width
     * @param toInsiders that one who is alone in another hidden cell could work out; empty where the set was too large to try
     * @param seconds that protection and attack took
     * @param rules that were followed; empty in reports made before they were kept
     */
    public record Report(
            int cells,
            int primaries,
            int hidden,
            int exact,
            int narrow,
            OptionalInt toInsiders,
            int persons,
            double width,
            double seconds,
            Optional<Policy> rules) {

        /** How many hidden counts somebody could tell, or nearly. */
        public int told() {
            return exact + narrow + toInsiders.orElse(0);
        }

        /** Whether it may be released. */
        public boolean isSafe() {
            return told() == 0;
        }
    }

    /** Why a cell is hidden; for the owner alone. */
    public enum Reason {
        FEW,
        ORGANISATIONS,
        FOR_OTHERS,
        BEFORE
    }

    /**
     * A hidden cell. Neither how many are in it, nor between what it must lie: the bounds of several drafts together could tell it.
     *
     * @param span from the least to the most that somebody who sees all that is shown can tell; infinite where there is no most
     */
    public record Worst(String name, double span, Reason reason) {}
}
