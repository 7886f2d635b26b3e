package se.samsyn.followup.retention;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samsyn.followup.CasesErased;
import se.samsyn.followup.KeptCases;
import se.samsyn.followup.retention.Erasure.Line;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.FrozenTables;
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.Where;

/** Carries an erasure out: figures before, rows, and copies after. Decides nothing. */
@Component
class Eraser {

    private final KeptCases cases;
    private final ErasureStore store;
    private final Receipts receipts;
    private final Tombstones tombstones;
    private final FrozenTables frozen;
    private final Results results;
    private final ApplicationEventPublisher events;

    Eraser(
            KeptCases cases,
            ErasureStore store,
            Receipts receipts,
            Tombstones tombstones,
            FrozenTables frozen,
            Results results,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.store = store;
        this.receipts = receipts;
        this.tombstones = tombstones;
        this.frozen = frozen;
        this.results = results;
        this.events = events;
    }

    /** Freezes the protected figures that the cases are part of: of their unit and the places it lies in, for their years and all years. */
    void freeze(Erasure of) {
        List<Where> places = Stream.of(
                        Stream.<Where>of(new Where.OneUnit(of.unit())),
                        Stream.of(of.municipality(), of.municipality().region(), PlaceCode.NATION)
                                .<Where>map(Where.Area::new))
                .flatMap(Function.identity())
                .toList();
        of.lines().stream().collect(Collectors.groupingBy(Line::instrument)).forEach((set, lines) -> {
            Set<Span> spans = Stream.concat(
                            Stream.of(new Span.AllYears()),
                            lines.stream().map(Line::opened).<Span>map(Span.Year::new))
                    .collect(Collectors.toSet());
            frozen.freeze(of.id(), set, places, spans);
        });
    }

    /** Erases the rows, in the transaction around; gives the erasure with its receipt. */
    Erasure erase(Erasure decided) {
        var erased = new Erasure(
                decided.id(),
                decided.unit(),
                decided.municipality(),
                decided.state(),
                decided.lines(),
                decided.proposal(),
                decided.decision(),
                Optional.of(receipts.of(decided)));
        var gone = cases.erase(erased.lines().stream().map(Line::of).toList());
        if (gone != erased.lines().size()) {
            throw new IllegalStateException("Not all cases of an erasure were there, though they were held");
        }
        store.settle(erased);
        tombstones.append(erased);
        return erased;
    }

    /** Has all copies of the rows thrown away, once they are gone from the database. */
    void forget(Erasure of) {
        Set<InstrumentKey> sets = of.lines().stream().map(Line::instrument).collect(Collectors.toSet());
        sets.forEach(results::forget);
        events.publishEvent(new CasesErased(of.unit(), sets));
    }
}
