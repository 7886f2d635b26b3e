package se.samsyn.table.crossing;

import java.util.Optional;
import org.springframework.stereotype.Component;
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
