package se.samsyn.table.crossing;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Actor;
import se.samsyn.engine.Coded;

/**
 * Remembers whom questions have been about and how they were split, and holds each new question against that: nobody may come at
 * few persons by asking of two groups that differ by them, nor at a group by splitting it in ever new ways.
 */
@Component
class Ledger {
    /*
     * Numbers: a group of fewer than fifty may be split by one user in ten ways, a larger one in twenty, and by all users together in
     * fifty. Independent noise would by then have been averaged away in about half the cases; ours is anchored, so that the parts of every split
     * add up to the same number, exactly with one variable and with two. Therefore beyond the budget two variables are still answered
     * and more are not. Where cells are small the adding up itself shows: how many stand at the least count that is given tells which way
     * they were moved, and two hundred such splits then told the group's number in half the cases. Therefore cells have ten persons
     * each on the average beyond the budget.
     */
    static final int NEAR = 4;
    private static final int SMALL = 50;
    private static final int OWN_SMALL = 10;
    private static final int OWN = 20;
    private static final int ALL = 50;
    private static final int ALWAYS = 2;
    private static final int ROOMY = 10;

    private final LedgerStore store;
    private final Overlap overlap;
    private final PublicCells publicCells;
    private final Clock clock;

    Ledger(LedgerStore store, Overlap overlap, PublicCells publicCells, Clock clock) {
        this.store = store;
        this.overlap = overlap;
        this.publicCells = publicCells;
        this.clock = clock;
    }

    /**
     * Writes a question down, or refuses it.
     *
     * @param all how many are counted before any selection
     * @param persons how many the question is about
     * @param cells in how many cells they are
     * @throws CrossingFault when it is of nearly the same persons as another, in whatever words, or the group has been split in too many ways
     */
    @Transactional
    void ask(Actor actor, Resolved resolved, long all, long persons, long cells) {
        String set = resolved.crossing().set().value();
        store.lock(set);
        String rows = resolved.stock().rows().value();
        List<Integer> moments = resolved.question().other();
        Population population = Population.of(resolved.population(), moments);
        Population whole = Population.of(resolved.question().conditions(), moments);
        PopulationText text = new PopulationText(resolved.stock().codebook());
        String asked = text.write(population);
        String from = text.write(whole);
        if (!store.holds(set, rows, asked) && isNear(resolved, population, persons)) {
            throw new CrossingFault("near-another");
        }
        boolean safe = resolved.ladders().lines() <= ALWAYS && persons >= ROOMY * cells;
        for (String split : splits(resolved)) {
            LedgerStore.Splits splits = store.splits(set, from, split, actor.id());
            boolean spent = splits.own() >= (all < SMALL ? OWN_SMALL : OWN) || splits.all() >= ALL;
            if (spent && !splits.known() && !safe) {
                throw new CrossingFault("budget", ALWAYS, ROOMY);
            }
            store.add(set, rows, from, all, split, actor.id(), clock.instant());
            if (!population.equals(whole)) {
                store.add(set, rows, asked, persons, split, actor.id(), clock.instant());
            }
        }
    }

    private boolean isNear(Resolved resolved, Population population, long persons) {
        PopulationText text = new PopulationText(resolved.stock().codebook());
        boolean nearAsked = store.near(resolved.crossing().set().value(), persons, NEAR).stream()
                .flatMap(other -> text.read(other).stream())
                .filter(other -> !other.equals(population))
                .mapToLong(other -> overlap.apart(resolved.stock(), population, persons, other))
                .anyMatch(apart -> apart > 0 && apart <= NEAR);
        return nearAsked || isNearReleased(resolved, population, persons);
    }

    /** Whether a group is released that nearly is this one; what is public is of the last period. */
    private boolean isNearReleased(Resolved resolved, Population population, long persons) {
        if (!resolved.isOfLastPeriod()) {
            return false;
        }
        PublicNames names = new PublicNames(resolved.stock().codebook());
        Map<Population, Long> near = new HashMap<>();
        publicCells
                .of(resolved.stock())
                .forEach((name, count) -> count.filter(shown -> Math.abs(shown - persons) <= NEAR)
                        .ifPresent(shown -> names.population(name).ifPresent(group -> near.put(group, shown))));
        return overlap.apart(resolved.stock(), population, persons, near).anyMatch(apart -> apart > 0 && apart <= NEAR);
    }

    /**
     * The splits that an answer gives. A selection is a split too: what it keeps is a part of what it is taken from. A tree is as many as it has levels, as if
     * each had been asked for.
     */
    private static Set<String> splits(Resolved resolved) {
        Map<Coded, List<Dimension>> byColumn = Stream.concat(
                        resolved.dimensions().stream(),
                        resolved.filters().stream().map(Resolved.Kept::dimension))
                .collect(Collectors.groupingBy(Dimension::column));
        List<List<String>> splits = List.of(List.of());
        for (List<Dimension> levels : byColumn.values()) {
            splits = splits.stream()
                    .flatMap(before -> levels.stream()
                            .map(level -> Stream.concat(before.stream(), Stream.of(part(level, resolved)))
                                    .toList()))
                    .toList();
        }
        return splits.stream()
                .map(parts -> parts.stream().sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String part(Dimension dimension, Resolved resolved) {
        Population.Trait trait =
                Population.trait(dimension.column(), resolved.question().other());
        return new PopulationText(resolved.stock().codebook()).name(trait) + ":"
                + dimension.key().grouping().orElse("");
    }
}
