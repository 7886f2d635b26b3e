package se.samsyn.access.audit.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.ActorId;
import se.samsyn.access.LogLine;
import se.samsyn.access.PlaceWords;
import se.samsyn.access.audit.Check;
import se.samsyn.access.audit.Mark;
import se.samsyn.access.audit.Reason;
import se.samsyn.access.audit.Sampled;
import se.samsyn.kernel.UnitId;

/**
 * A check as it is shown.
 *
 * @param first the first day of its month
 * @param left lines that the reader has still to look at
 * @param own lines that are the reader's own
 * @param signed when it was signed; null until then
 */
record CheckPage(
        LocalDate first,
        List<Row> rows,
        Map<String, Long> counts,
        long left,
        long own,
        long unmarked,
        String made,
        @Nullable String signed) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    CheckPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    /**
     * A line as it is shown.
     *
     * @param who the person's name; null where nobody was signed in
     * @param object the name of what it was about, or its id
     * @param around the address of what the same person did that day; null where nobody was signed in
     * @param about the address of everything about the same object; null where there is none
     */
    record Row(
            long number,
            String at,
            @Nullable String who,
            @Nullable String role,
            String event,
            @Nullable String purpose,
            @Nullable String object,
            @Nullable String around,
            @Nullable String about,
            List<Reason> reasons,
            @Nullable String mark,
            String note,
            boolean own) {

        Row {
            reasons = List.copyOf(reasons);
        }
    }

    static CheckPage of(Check check, Map<String, String> sent, ActorId reader, PlaceWords places, Clock clock) {
        var units = places.units(check.place());
        var rows = check.sample().stream()
                .map(line -> row(line, sent, reader, units, clock))
                .toList();
        return new CheckPage(
                check.month().atDay(1),
                rows,
                Map.of(
                        Mark.EXPECTED.name(), check.marked(Mark.EXPECTED),
                        Mark.ASK.name(), check.marked(Mark.ASK),
                        Mark.DEVIATION.name(), check.marked(Mark.DEVIATION)),
                check.left(reader),
                rows.stream().filter(Row::own).count(),
                check.unmarked(),
                MINUTE.format(check.made().atZone(clock.getZone())),
                check.signed()
                        .map(signed -> MINUTE.format(signed.at().atZone(clock.getZone())))
                        .orElse(null));
    }

    private static Row row(
            Sampled sampled, Map<String, String> sent, ActorId reader, Map<UnitId, String> units, Clock clock) {
        var line = sampled.line();
        var day = LocalDate.ofInstant(line.at(), clock.getZone());
        var role = line.role();
        var purpose = line.purpose();
        var mark = MarkForm.mark(sent, line.number()).or(sampled::mark);
        return new Row(
                line.number(),
                time(line.at(), clock),
                line.actor(),
                role == null ? null : role.name(),
                line.event(),
                purpose == null ? null : purpose.name(),
                object(line, units),
                sampled.actor() == null ? null : "/logg?vem=" + sampled.actor() + "&fran=" + day + "&till=" + day,
                id(line).map(id -> "/logg?galler=" + id).orElse(null),
                sampled.reasons(),
                mark.map(Mark::name).orElse(null),
                Optional.ofNullable(sent.get(MarkForm.NOTE + line.number())).orElse(sampled.note()),
                sampled.isBy(reader));
    }

    private static String time(Instant at, Clock clock) {
        return TIME.format(at.atZone(clock.getZone()));
    }

    private static @Nullable String object(LogLine line, Map<UnitId, String> units) {
        return line.objectName() != null
                ? line.objectName()
                : id(line).map(UnitId::new).map(units::get).orElse(line.object());
    }

    private static Optional<UUID> id(LogLine line) {
        return Optional.ofNullable(line.object())
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }
}
