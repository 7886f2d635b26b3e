package se.samsyn.demo;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.samsyn.followup.ImportedCase;
import se.samsyn.followup.PlannedMonths;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Phase;

/**
 * Makes up when a person was followed up, and what was answered: some are lost on the way. Lately the unit has been careful, so
 * that few follow-ups are overdue when the demo is tried, as where people work with such a list.
 */
final class DemoVisits {

    private static final Period BEFORE_WITHIN = Period.ofDays(14);
    private static final Period HALF_A_YEAR = Period.ofMonths(6);
    private static final double LEFT_BEHIND = 0.06;

    private final Chance chance;
    private final DemoAnswers answers;
    private final Form form;
    private final LocalDate today;

    DemoVisits(Chance chance, DemoAnswers answers, Form form, LocalDate today) {
        this.chance = chance;
        this.answers = answers;
        this.form = form;
        this.today = today;
    }

    /**
     * The visits of a case.
     *
     * @param strain how hard life was at first, 0 to 1
     */
    List<ImportedCase.Visit> of(LocalDate opened, Optional<LocalDate> closed, double strain) {
        var visits = new ArrayList<ImportedCase.Visit>();
        var relief = chance.normal(0.22, 0.16);
        var first = opened.plusDays(chance.between(0, 12));
        if (chance.happens(0.92) && !first.isAfter(today)) {
            visits.add(visit(Phase.BEFORE, first, 0, strain));
            during(visits, opened, closed.orElse(today), strain, relief);
            closed.filter(_ -> chance.happens(0.72)).ifPresent(day -> {
                visits.add(visit(Phase.CLOSURE, day, 0, strain - relief));
                after(day)
                        .ifPresent(later -> visits.add(visit(
                                Phase.AFTER, later, PlannedMonths.of(Phase.AFTER, opened, later), strain - relief)));
            });
        }
        if (!chance.happens(LEFT_BEHIND)) {
            catchUp(visits, opened, closed, strain - relief);
        }
        return visits;
    }

    private void during(
            List<ImportedCase.Visit> visits, LocalDate opened, LocalDate until, double strain, double relief) {
        for (int months = 6; months <= 24; months += 6) {
            var day = opened.plusMonths(months).minusDays(chance.between(0, 10));
            if (day.isAfter(until) || !chance.happens(0.8)) {
                return;
            }
            visits.add(visit(Phase.DURING, day, months, strain - relief * months / 12));
        }
    }

    private Optional<LocalDate> after(LocalDate closed) {
        var day = closed.plus(HALF_A_YEAR).plusDays(chance.between(-5, 20));
        return !day.isAfter(today) && chance.happens(0.45) ? Optional.of(day) : Optional.empty();
    }

    /** Adds what would otherwise be overdue today. */
    private void catchUp(List<ImportedCase.Visit> visits, LocalDate opened, Optional<LocalDate> closed, double strain) {
        if (closed.isEmpty()) {
            if (visits.isEmpty() && opened.plus(BEFORE_WITHIN).isBefore(today)) {
                visits.add(visit(Phase.BEFORE, opened.plusDays(chance.between(1, 12)), 0, strain));
            }
            for (var next = next(visits); next.isBefore(today); next = next(visits)) {
                var day = next.minusDays(chance.between(0, 10));
                visits.add(visit(Phase.DURING, day, PlannedMonths.of(Phase.DURING, opened, day), strain));
            }
            return;
        }
        var day = closed.get();
        if (day.plus(HALF_A_YEAR).isAfter(today) && lacks(visits, Phase.CLOSURE)) {
            visits.add(visit(Phase.CLOSURE, day, 0, strain));
        }
        var later = day.plus(HALF_A_YEAR);
        if (later.isBefore(today) && later.plus(HALF_A_YEAR).isAfter(today) && lacks(visits, Phase.AFTER)) {
            visits.add(visit(Phase.AFTER, later, PlannedMonths.of(Phase.AFTER, opened, later), strain));
        }
    }

    private LocalDate next(List<ImportedCase.Visit> visits) {
        return visits.stream()
                .map(ImportedCase.Visit::date)
                .max(Comparator.naturalOrder())
                .map(last -> last.plus(HALF_A_YEAR))
                .orElse(today);
    }

    private static boolean lacks(List<ImportedCase.Visit> visits, Phase phase) {
        return visits.stream().noneMatch(each -> each.phase() == phase);
    }

    private ImportedCase.Visit visit(Phase phase, LocalDate day, int months, double strain) {
        return new ImportedCase.Visit(
                phase, day, months, form.id(), answers.of(form, phase, Math.clamp(strain, 0.02, 1)));
    }
}
