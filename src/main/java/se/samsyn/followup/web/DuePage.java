package se.samsyn.followup.web;

import java.time.LocalDate;
import java.util.List;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Due;
import se.samsyn.followup.Identity;
import se.samsyn.instrument.Phase;

/** The list of what is due: overdue, today and the coming week, and later. */
record DuePage(List<Row> late, List<Row> soon, List<Row> later) {

    private static final int SOON = 7;

    /** One follow-up to make. */
    record Row(
            CaseId id,
            String localId,
            Identity identity,
            String instrument,
            Phase phase,
            LocalDate date,
            long daysLeft,
            Due.Progress progress) {}

    static DuePage of(List<Due> due, LocalDate today, Titles titles) {
        var rows = due.stream().map(each -> row(each, today, titles)).toList();
        return new DuePage(
                rows.stream().filter(row -> row.daysLeft() < 0).toList(),
                rows.stream()
                        .filter(row -> row.daysLeft() >= 0 && row.daysLeft() <= SOON)
                        .toList(),
                rows.stream().filter(row -> row.daysLeft() > SOON).toList());
    }

    public boolean empty() {
        return late.isEmpty() && soon.isEmpty() && later.isEmpty();
    }

    private static Row row(Due due, LocalDate today, Titles titles) {
        var of = due.of().of();
        return new Row(
                of.id(),
                of.localId().value(),
                of.identity(),
                titles.title(of.instrument()),
                due.phase(),
                due.date(),
                due.daysLeft(today),
                due.draft());
    }
}
