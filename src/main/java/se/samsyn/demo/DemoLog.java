package se.samsyn.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.access.ExampleLog;
import se.samsyn.access.ExampleReview;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;

/** Three months of a log for the reviewer: the first is checked and signed, the second should have been, the third is to be. */
@Component
@ConditionalOnProperty(name = "samsyn.demo", havingValue = "true")
final class DemoLog {

    private static final long SEED = 2080;
    private static final int MONTHS = 3;
    private static final int CASES = 40;

    private final Accounts accounts;
    private final ExampleLog log;
    private final ExampleReview checks;
    private final Clock clock;

    DemoLog(Accounts accounts, ExampleLog log, ExampleReview checks, Clock clock) {
        this.accounts = accounts;
        this.log = log;
        this.checks = checks;
        this.clock = clock;
    }

    void make() {
        var chance = new Chance(SEED);
        var people = accounts.within(DemoCounty.FALUN).stream()
                .map(Accounts.Listed::actor)
                .toList();
        var month = YearMonth.now(clock).minusMonths(MONTHS);
        var lines = new ArrayList<ExampleLog.Line>();
        for (var day = month.atDay(1); day.isBefore(YearMonth.now(clock).atDay(1)); day = day.plusDays(1)) {
            for (var person : people) {
                if (person.role().boundToUnit()) {
                    lines.addAll(day(person, day, chance));
                }
            }
        }
        log.write(lines);
        people.stream()
                .filter(person -> person.role() == Role.AUDITOR)
                .findFirst()
                .ifPresent(reviewer ->
                        checks.signed(month, reviewer, SEED, "Kvällsläsning: frågad, satt jour den kvällen."));
    }

    private List<ExampleLog.Line> day(Actor person, LocalDate day, Chance chance) {
        var lines = new ArrayList<ExampleLog.Line>();
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        if (weekend ? chance.happens(0.96) : chance.happens(0.1)) {
            return lines;
        }
        int hour = chance.happens(0.03) ? 21 : chance.between(8, 15);
        lines.add(line(
                person, day, hour, 0, "READ_DUE", person.unit().orElseThrow().toString()));
        for (int i = 0; i < chance.between(1, 4); i++) {
            var of = ofPerson(person, chance.between(0, CASES)).toString();
            lines.add(
                    line(person, day, hour, 3 * i + 1, chance.happens(0.03) ? "READ_PROTECTED_CASE" : "READ_CASE", of));
            if (person.role() == Role.CASEWORKER && chance.happens(0.7)) {
                lines.add(line(person, day, hour, 3 * i + 2, "WRITE_CASE", of));
            }
        }
        if (chance.happens(0.01)) {
            for (int i = 0; i < 6; i++) {
                lines.add(line(person, day, hour, 20 + i, "DENIED_READ_CASE", new UUID(9, i).toString()));
            }
        }
        return lines;
    }

    /** A made-up case: the ids are those of no case. */
    private static UUID ofPerson(Actor person, int number) {
        return new UUID(person.unit().orElseThrow().value().getMostSignificantBits(), number);
    }

    private ExampleLog.Line line(Actor person, LocalDate day, int hour, int minute, String event, String object) {
        var purpose = person.role() == Role.UNIT_MANAGER ? Purpose.SUPERVISION : Purpose.FOLLOW_UP;
        return new ExampleLog.Line(
                day.atTime(hour, minute).atZone(clock.getZone()).toInstant(),
                person,
                event,
                Optional.of(purpose).filter(_ -> !event.startsWith("DENIED")),
                object,
                DemoCounty.FALUN);
    }
}
