package se.samsyn.followup;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.samsyn.instrument.Phase;

/**
 * When a case should be followed up: described within two weeks of the opening, again every half year while it is open, at the
 * closing within two weeks, and once half a year after the closing; when that day has come, a missing closure is no longer asked
 * for. A draft begun during the support is due on its own day.
 */
final class Plan {

    static final Period BEFORE_WITHIN = Period.ofDays(14);
    static final Period DURING_EVERY = Period.ofMonths(6);
    static final Period CLOSURE_WITHIN = Period.ofDays(14);
    static final Period AFTER_CLOSURE = Period.ofMonths(6);
    /** After this long past its day an occasion after closure is no longer asked for; it is counted as lost. */
    static final Period AFTER_GIVEN_UP = Period.ofMonths(6);

    private static final double DAYS_A_MONTH = 365.25 / 12;

    private Plan() {}

    /** What is due in these cases up to a day, the most urgent first. */
    static List<Due> due(Stream<CaseOverview> cases, LocalDate today, Period ahead) {
        return cases.flatMap(each -> next(each, today).stream())
                .filter(due -> !due.date().isAfter(today.plus(ahead)))
                .sorted(Comparator.comparing(Due::date)
                        .thenComparing(due -> due.of().of().localId().value()))
                .toList();
    }

    /** The next follow-up of a case, if it needs one. */
    static Optional<Due> next(CaseOverview overview, LocalDate today) {
        var of = overview.of();
        if (missing(overview, Phase.BEFORE) && of.open()) {
            return due(overview, Phase.BEFORE, of.opened().plus(BEFORE_WITHIN), OptionalInt.empty());
        }
        if (of.open()) {
            return during(overview);
        }
        var closed = of.closure().orElseThrow().date();
        var closure = missing(overview, Phase.CLOSURE) && today.isBefore(closed.plus(AFTER_CLOSURE))
                ? due(overview, Phase.CLOSURE, closed.plus(CLOSURE_WITHIN), OptionalInt.empty())
                : Optional.<Due>empty();
        if (closure.isPresent()) {
            return closure;
        }
        return missing(overview, Phase.AFTER)
                ? due(
                                overview,
                                Phase.AFTER,
                                closed.plus(AFTER_CLOSURE),
                                months(of.opened(), closed.plus(AFTER_CLOSURE)))
                        .filter(due -> !due.date().plus(AFTER_GIVEN_UP).isBefore(today))
                : Optional.empty();
    }

    private static Optional<Due> during(CaseOverview overview) {
        var draft = overview.occasions().stream()
                .filter(done -> done.phase() == Phase.DURING && done.state() == Occasion.State.DRAFT)
                .findFirst();
        if (draft.isPresent()) {
            return due(overview, Phase.DURING, draft.get().date(), OptionalInt.empty());
        }
        var last = overview.occasions().stream()
                .map(CaseOverview.Done::date)
                .max(Comparator.naturalOrder())
                .orElse(overview.of().opened());
        var date = last.plus(DURING_EVERY);
        return due(overview, Phase.DURING, date, months(overview.of().opened(), date));
    }

    /** Whether a case closed that day may still be followed up afterwards, or has been given up. */
    static boolean mayFollowAfter(LocalDate closed, LocalDate today) {
        return !closed.plus(AFTER_CLOSURE).plus(AFTER_GIVEN_UP).isBefore(today);
    }

    /** The months after the opening that an occasion counts as: 3, 6, 12, 18 and so on, whichever lies nearest. */
    static int planned(LocalDate opened, LocalDate date) {
        var months = ChronoUnit.DAYS.between(opened, date) / DAYS_A_MONTH;
        return months < 4.5 ? 3 : (int) Math.max(6, Math.round(months / 6) * 6);
    }

    private static OptionalInt months(LocalDate opened, LocalDate date) {
        return OptionalInt.of(planned(opened, date));
    }

    private static boolean missing(CaseOverview overview, Phase phase) {
        return overview.occasions().stream()
                .noneMatch(done -> done.phase() == phase && done.state() == Occasion.State.DONE);
    }

    private static Optional<Due> due(CaseOverview overview, Phase phase, LocalDate date, OptionalInt months) {
        var begun = overview.occasions().stream()
                .anyMatch(done -> done.phase() == phase && done.state() == Occasion.State.DRAFT);
        return Optional.of(new Due(overview, phase, date, months, begun ? Due.Progress.BEGUN : Due.Progress.NOT_BEGUN));
    }
}
