package se.samsyn.followup.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import se.samsyn.followup.Case;
import se.samsyn.followup.Due;
import se.samsyn.instrument.Phase;

/** The list of what is due: overdue, today and the coming week, and later. */
record DuePage(List<Part> parts) {

    private static final int SOON = 7;

    /**
     * A part of the list, the most urgent first.
     *
     * @param rows at most {@link #MOST} of them
     * @param total how many there are in all
     */
    record Part(String name, List<Row> rows, int total) {

        static final int MOST = 100;

        /** Whether some are left out. */
        public boolean cut() {
            return rows.size() < total;
        }
    }

    /** One follow-up to make. */
    record Row(Case of, String instrument, Phase phase, LocalDate date, long daysLeft, Due.Progress progress) {}

    static DuePage of(List<Due> due, LocalDate today, Titles titles) {
        return new DuePage(List.of(
                part("late", due, today, titles, left -> left < 0),
                part("soon", due, today, titles, left -> left >= 0 && left <= SOON),
                part("later", due, today, titles, left -> left > SOON)));
    }

    public boolean empty() {
        return parts.stream().allMatch(part -> part.total() == 0);
    }

    private static Part part(String name, List<Due> due, LocalDate today, Titles titles, Predicate<Long> belongs) {
        var all =
                due.stream().filter(each -> belongs.test(each.daysLeft(today))).toList();
        var rows = all.stream()
                .limit(Part.MOST)
                .map(each -> row(each, today, titles))
                .toList();
        return new Part(name, rows, all.size());
    }

    private static Row row(Due due, LocalDate today, Titles titles) {
        var of = due.of().of();
        return new Row(of, titles.title(of.instrument()), due.phase(), due.date(), due.daysLeft(today), due.draft());
    }
}
