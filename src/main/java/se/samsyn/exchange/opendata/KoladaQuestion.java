package se.samsyn.exchange.opendata;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which values are wanted. An empty list sets no bound; Kolada's API wants at least two of the three lists filled, saved files
 * take any. Lists may be of any length; repeated ids count once.
 *
 * @param at municipalities, regions, the nation and groups, or units
 * @param changedSince only values changed since that day, those taken back among them; saved files cannot tell and pass it over
 */
public record KoladaQuestion(
        Scope scope, List<KoladaId> kpis, List<KoladaId> at, List<Integer> years, Optional<LocalDate> changedSince) {

    /** What the values are of. */
    public enum Scope {
        /** Municipalities, regions, the nation and groups of them. */
        PLACES,
        UNITS
    }

    /** Drops what is repeated. */
    public KoladaQuestion {
        kpis = List.copyOf(new LinkedHashSet<>(kpis));
        at = List.copyOf(new LinkedHashSet<>(at));
        years = List.copyOf(new LinkedHashSet<>(years));
    }

    /** Values of places, whenever they were changed. */
    public static KoladaQuestion ofPlaces(List<KoladaId> kpis, List<KoladaId> places, List<Integer> years) {
        return new KoladaQuestion(Scope.PLACES, kpis, places, years, Optional.empty());
    }

    /** Values of units, whenever they were changed. */
    public static KoladaQuestion ofUnits(List<KoladaId> kpis, List<KoladaId> units, List<Integer> years) {
        return new KoladaQuestion(Scope.UNITS, kpis, units, years, Optional.empty());
    }

    long filled() {
        return List.of(kpis, at, years).stream().filter(list -> !list.isEmpty()).count();
    }
}
