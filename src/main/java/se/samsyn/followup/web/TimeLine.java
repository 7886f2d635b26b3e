package se.samsyn.followup.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.followup.CaseFile;
import se.samsyn.followup.Due;
import se.samsyn.followup.Intervention;
import se.samsyn.followup.InterventionKind;
import se.samsyn.followup.Occasion;
import se.samsyn.instrument.Phase;

/**
 * A case drawn along time: the case itself as a line from its opening, the support as bars, the occasions as numbered points. Places
 * are per cent of the width; the list beside the drawing says all of it in words.
 *
 * @param whole from the opening to the closing, or to today
 * @param today where today is; empty when all lies before
 */
record TimeLine(List<Tick> ticks, Bar whole, List<Bar> support, List<Dot> dots, Optional<String> today) {

    private static final int SHORTEST = 90;
    private static final int MOST_TICKS = 4;
    private static final double LAST_TICK = 90;
    private static final double FAR_RIGHT = 60;
    private static final int TOP = 84;
    private static final int ROW = 36;
    private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 60, 120};

    /** The first of a month. */
    record Tick(String at, LocalDate day) {}

    /**
     * A stretch of time.
     *
     * @param label where its text stands: at its beginning, or at its end where it would run out of the drawing
     */
    record Bar(String from, String width, int y, Optional<InterventionKind> kind, End end, Label label) {

        /** Whether it goes on. */
        enum End {
            ENDED,
            ONGOING
        }
    }

    /** Where a text is tied, and whether it runs on or leads up to that place. */
    record Label(String at, String anchor) {}

    /**
     * An occasion.
     *
     * @param number as in the list; 0 for the one to come
     */
    record Dot(String at, int number, Phase phase, State state) {

        /** What it is drawn as. */
        enum State {
            DONE,
            DRAFT,
            TO_COME
        }
    }

    static TimeLine of(CaseFile file, Optional<Due> next, LocalDate today) {
        var scale = Scale.of(file, next, today);
        var closed = file.of().closure().map(each -> each.date());
        return new TimeLine(
                scale.ticks(),
                scale.bar(file.of().opened(), closed, today, 0, Optional.empty()),
                support(file, scale, closed.orElse(today)),
                dots(file, next, scale),
                today.isAfter(scale.last()) ? Optional.empty() : Optional.of(scale.at(today)));
    }

    /** How high the drawing is, in pixels. */
    public int height() {
        return TOP + ROW * support.size();
    }

    private static List<Bar> support(CaseFile file, Scale scale, LocalDate until) {
        var given = file.interventions().stream()
                .sorted(Comparator.comparing(Intervention::started))
                .toList();
        return IntStream.range(0, given.size())
                .mapToObj(i -> scale.bar(
                        given.get(i).started(),
                        given.get(i).stopped(),
                        until,
                        TOP + ROW * i,
                        Optional.of(given.get(i).kind())))
                .toList();
    }

    private static List<Dot> dots(CaseFile file, Optional<Due> next, Scale scale) {
        var dots = new ArrayList<Dot>();
        for (Occasion each : file.occasions()) {
            var state = each.draft() ? Dot.State.DRAFT : Dot.State.DONE;
            dots.add(new Dot(scale.at(each.date()), dots.size() + 1, each.phase(), state));
        }
        next.filter(due -> due.draft() == Due.Progress.NOT_BEGUN)
                .ifPresent(due -> dots.add(new Dot(scale.at(due.date()), 0, due.phase(), Dot.State.TO_COME)));
        return dots;
    }

    private record Scale(LocalDate first, LocalDate last) {

        static Scale of(CaseFile file, Optional<Due> next, LocalDate today) {
            var first = file.of().opened();
            var days = Stream.of(
                            file.occasions().stream().map(Occasion::date),
                            file.interventions().stream().flatMap(each -> each.stopped().stream()),
                            next.map(Due::date).stream(),
                            Stream.of(
                                    file.of().closure().map(each -> each.date()).orElse(today)))
                    .flatMap(each -> each);
            var last = days.max(Comparator.naturalOrder()).orElse(today);
            return new Scale(
                    first,
                    Stream.of(last, first.plusDays(SHORTEST))
                            .max(Comparator.naturalOrder())
                            .orElse(last));
        }

        /** Days and supports that began before the opening stand at the beginning. */
        double place(LocalDate day) {
            var share = (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
            return 2 + 96 * Math.clamp(share, 0, 1);
        }

        String at(LocalDate day) {
            return percent(place(day));
        }

        Bar bar(LocalDate from, Optional<LocalDate> to, LocalDate until, int y, Optional<InterventionKind> kind) {
            var begins = place(from);
            var ends = Math.max(begins + 0.8, place(to.orElse(until)));
            var label = begins > FAR_RIGHT ? new Label(percent(ends), "end") : new Label(percent(begins), "start");
            var end = to.isPresent() ? Bar.End.ENDED : Bar.End.ONGOING;
            return new Bar(percent(begins), percent(ends - begins), y, kind, end, label);
        }

        List<Tick> ticks() {
            var months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
            var step = IntStream.of(STEPS)
                    .filter(each -> months <= each * MOST_TICKS)
                    .findFirst()
                    .orElse(months);
            return Stream.iterate(first.plusMonths(1).withDayOfMonth(1), day -> day.plusMonths(step))
                    .takeWhile(day -> !day.isAfter(last) && place(day) < LAST_TICK)
                    .map(day -> new Tick(at(day), day))
                    .toList();
        }

        private static String percent(double place) {
            return String.format(Locale.ROOT, "%.2f%%", place);
        }
    }
}
