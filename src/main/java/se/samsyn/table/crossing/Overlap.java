package se.samsyn.table.crossing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import se.samsyn.engine.Coded;
import se.samsyn.engine.Engine;
import se.samsyn.engine.Question;
import se.samsyn.engine.Tally;
import se.samsyn.table.source.Stock;

/** Counts how many persons two populations do not share, however they are described. */
@Component
class Overlap {

    private final Engine engine;

    Overlap(Engine engine) {
        this.engine = engine;
    }

    /**
     * How many are in one of two populations and not in both; 0 for the same persons in other words, and where the rows no longer have what the
     * other speaks of.
     *
     * @param persons how many the one has
     */
    long apart(Stock stock, Population one, long persons, Population other) {
        return other.counted(stock)
                .map(_ -> persons + size(stock, Optional.of(other)) - 2 * size(stock, one.and(other)))
                .orElse(0L);
    }

    /**
     * The same for groups whose sizes are known, by what is known of the row itself: those by the same variables are counted together.
     *
     * @param groups with how many are in each
     */
    LongStream apart(Stock stock, Population one, long persons, Map<Population, Long> groups) {
        Map<Set<Population.Trait>, List<Population>> byTraits = groups.keySet().stream()
                .collect(Collectors.groupingBy(group -> group.kept().keySet()));
        return byTraits.entrySet().stream().flatMapToLong(entry -> {
            List<Population.Trait> traits = List.copyOf(entry.getKey());
            Optional<Tally> tally = one.counted(stock)
                    .map(question -> answer(question.by(traits.stream()
                            .map(trait -> Coded.of(trait.column()))
                            .toList())));
            return entry.getValue().stream()
                    .mapToLong(group -> persons
                            + groups.getOrDefault(group, 0L)
                            - 2 * tally.map(all -> shared(all, traits, group)).orElse(0L));
        });
    }

    /** How many of those counted are in a group. */
    private static long shared(Tally tally, List<Population.Trait> traits, Population group) {
        long shared = 0;
        for (int at = 0; at < tally.size(); at++) {
            int counted = at;
            boolean within = IntStream.range(0, traits.size())
                    .allMatch(axis -> group.kept()
                            .getOrDefault(traits.get(axis), Set.of())
                            .contains(tally.code(counted, axis)));
            shared += within ? tally.rows(at) : 0;
        }
        return shared;
    }

    /** Rows that newer ones have taken the place of cannot be counted any more. */
    private Tally answer(Question question) {
        try {
            return engine.answer(question);
        } catch (Engine.RowsMissing _) {
            throw new CrossingFault("renewed");
        }
    }

    private long size(Stock stock, Optional<Population> population) {
        return population
                .flatMap(some -> some.counted(stock))
                .map(this::answer)
                .map(Overlap::rows)
                .orElse(0L);
    }

    private static long rows(Tally tally) {
        long rows = 0;
        for (int group = 0; group < tally.size(); group++) {
            rows += tally.rows(group);
        }
        return rows;
    }
}
