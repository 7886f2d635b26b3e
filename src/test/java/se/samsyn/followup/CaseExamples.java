package se.samsyn.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;

/** Cases that tests need again and again. */
final class CaseExamples {

    static final LocalDate OPENED = LocalDate.of(2026, 1, 10);

    private CaseExamples() {}

    static Case open(LocalDate opened) {
        return of(opened, Optional.empty());
    }

    static Case closed(LocalDate opened, LocalDate closed) {
        return of(opened, Optional.of(new Closure(closed, CloseReason.SUPPORT_COMPLETED)));
    }

    static CaseOverview overview(Case of, CaseOverview.Done... done) {
        return new CaseOverview(of, List.of(done));
    }

    static CaseOverview.Done done(Phase phase, LocalDate date) {
        return new CaseOverview.Done(phase, date, Occasion.State.DONE);
    }

    static CaseOverview.Done draft(Phase phase, LocalDate date) {
        return new CaseOverview.Done(phase, date, Occasion.State.DRAFT);
    }

    private static Case of(LocalDate opened, Optional<Closure> closure) {
        return new Case(
                new CaseId(new UUID(1, 1)),
                new UnitId(new UUID(2, 2)),
                new PlaceCode("2080"),
                new InstrumentKey("vald"),
                new LocalId("26-1"),
                Sex.WOMAN,
                OptionalInt.of(1980),
                Identity.OPEN,
                WayIn.REPORT,
                opened,
                closure,
                1);
    }
}
