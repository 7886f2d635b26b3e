package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Sex;
import se.samsyn.organisation.Unit;

/** Wishes to open and close cases, and what came of them. */
final class OpenedCases {

    static final InstrumentKey GENERAL = new InstrumentKey("allman");

    private OpenedCases() {}

    static OpenCase wish(Unit unit, String localId, LocalDate day) {
        return new OpenCase(
                CaseId.fresh(),
                unit.id(),
                GENERAL,
                Optional.of(new LocalId(localId)),
                Sex.WOMAN,
                OptionalInt.of(1990),
                Identity.OPEN,
                WayIn.REPORT,
                day);
    }

    static OpenCase protectedWish(Unit unit, LocalDate day) {
        return new OpenCase(
                CaseId.fresh(),
                unit.id(),
                GENERAL,
                Optional.empty(),
                Sex.WOMAN,
                OptionalInt.empty(),
                Identity.PROTECTED,
                WayIn.REPORT,
                day);
    }

    static CloseCase closing(LocalDate day) {
        return closing(day, Map.of());
    }

    static CloseCase closing(LocalDate day, Map<InterventionId, AfterClosing> ongoing) {
        return new CloseCase(new Closure(day, CloseReason.SUPPORT_COMPLETED), ongoing);
    }

    static SetGoal goal(String text, GoalWeight weight, LocalDate day) {
        return new SetGoal(GoalId.fresh(), text, weight, GasScale.FIVE_LEVELS, day);
    }

    /** What was done; fails where it was not. */
    static <T> T done(Class<T> kind, Outcome outcome) {
        return kind.cast(((Outcome.Done<?>) outcome).result());
    }
}
