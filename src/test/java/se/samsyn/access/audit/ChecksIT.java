package se.samsyn.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.SignedInAs;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.access.ExampleLog;
import se.samsyn.access.LogLine;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.database.TestDatabase;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** The recurring check: what is drawn, who may mark it, and that what was signed stays. */
@SpringBootTest(properties = {"samsyn.demo=true", "samsyn.test.own-database=true", "samsyn.data=target/checks"})
class ChecksIT {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @Autowired
    private Checks checks;

    @Autowired
    private ExampleLog example;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessLog log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final List<ExampleLog.Line> lines = new ArrayList<>();
    private PlaceCode place = PlaceCode.NATION;
    private YearMonth month = YearMonth.of(2026, 1);

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** A municipality that no other test here has used. */
    @BeforeEach
    void ownPlace() {
        place = new PlaceCode("14%02d".formatted(NEXT.getAndIncrement()));
        month = YearMonth.now(clock).minusMonths(1);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void drawsByChanceAndByEveryRule() {
        var worker = person(Role.CASEWORKER);
        var weekday = month.atDay(10).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        var own = id(1);
        read(worker, weekday, 9, own, Purpose.FOLLOW_UP);
        add(worker, weekday, 9, "WRITE_CASE", own, Purpose.FOLLOW_UP);
        read(worker, weekday, 10, id(2), Purpose.FOLLOW_UP);
        add(person(Role.CASEWORKER), weekday, 9, "WRITE_CASE", id(3), Purpose.FOLLOW_UP);
        var others = read(worker, weekday, 11, id(3), Purpose.FOLLOW_UP);
        var night = read(worker, weekday, 22, own, Purpose.FOLLOW_UP);
        var weekend = read(
                worker,
                month.atDay(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY)),
                12,
                own,
                Purpose.FOLLOW_UP);
        var purpose = read(worker, weekday, 12, own, Purpose.SELF_AUDIT);
        var secret = add(worker, weekday, 13, "READ_PROTECTED_CASE", own, Purpose.FOLLOW_UP);
        var busy = person(Role.CASEWORKER);
        for (int i = 0; i <= CheckRules.MANY_PERSONS; i++) {
            read(busy, weekday, 14, id(100 + i), Purpose.FOLLOW_UP);
        }
        var curious = person(Role.CASEWORKER);
        for (int i = 0; i < CheckRules.MANY_DENIED; i++) {
            add(curious, weekday, 15, "DENIED_READ_CASE", id(200 + i), Purpose.FOLLOW_UP);
        }
        var check = begun();

        assertThat(check.lines()).isEqualTo(lines.size());
        assertThat(matched(check, Reason.RANDOM)).isEqualTo(lines.size());
        assertThat(matched(check, Reason.NO_WORK)).isEqualTo(2 + CheckRules.MANY_PERSONS);
        assertThat(moments(check, Reason.OTHERS_CASE)).containsExactly(others.at());
        assertThat(moments(check, Reason.OUTSIDE_HOURS)).containsExactlyInAnyOrder(night.at(), weekend.at());
        assertThat(moments(check, Reason.OTHER_PURPOSE)).containsExactly(purpose.at());
        assertThat(moments(check, Reason.PROTECTED)).containsExactly(secret.at());
        assertThat(matched(check, Reason.MANY_PERSONS)).isOne();
        assertThat(matched(check, Reason.MANY_DENIED)).isOne();
        assertThat(check.sample()).allSatisfy(line -> assertThat(line.reasons()).isNotEmpty());
    }

    @Test
    void drawsTheSameLinesFromTheSameSeed() {
        var worker = person(Role.CASEWORKER);
        for (int i = 0; i < 60; i++) {
            read(worker, month.atDay(8), 9, id(i), Purpose.FOLLOW_UP);
        }
        example.write(lines);
        var reviewer = person(Role.AUDITOR);
        var wholeCountry = new Actor(reviewer.id(), "", Role.AUDITOR, PlaceCode.NATION, Optional.empty());
        var here = random(checks.sample(checks.begin(month, reviewer, 7), reviewer));

        assertThat(here).hasSize(20);
        assertThat(checks.begin(month, reviewer, 8)).isEqualTo(checks.begin(month, reviewer, 9));
        assertThat(random(checks.sample(checks.begin(month, reviewer, 8), reviewer)))
                .isEqualTo(here);
        assertThat(checks.sample(checks.begin(month, wholeCountry, 7), wholeCountry))
                .isNotEmpty();
    }

    @Test
    void isMarkedSignedAndThenLeftAsItIs() {
        read(person(Role.CASEWORKER), month.atDay(7), 9, id(1), Purpose.FOLLOW_UP);
        var check = begun();
        long line = check.sample().getFirst().line().number();

        assertThat(checks.sign(check.id())).contains(NoteFault.LINES_LEFT);
        assertThat(checks.mark(check.id(), List.of(new Marking(line, Mark.DEVIATION, " "))))
                .contains(NoteFault.NO_NOTE);
        assertThat(checks.mark(check.id(), List.of(new Marking(line, Mark.ASK, "gäller 811218-9876"))))
                .contains(NoteFault.PERSONAL_NUMBER);
        assertThat(checks.mark(check.id(), List.of(new Marking(line, Mark.ASK, "x".repeat(201)))))
                .contains(NoteFault.TOO_LONG);
        assertThat(checks.read(check.id()).marked(Mark.ASK)).isZero();
        assertThat(checks.mark(check.id(), List.of(new Marking(line, Mark.ASK, "fråga"))))
                .isEmpty();
        assertThat(checks.sign(check.id())).isEmpty();

        var signed = checks.read(check.id());
        assertThat(signed.marked(Mark.ASK)).isOne();
        assertThat(signed.signed())
                .hasValueSatisfying(by -> assertThat(by.whole()).isTrue());
        assertThat(checks.mark(check.id(), List.of(new Marking(line, Mark.EXPECTED, ""))))
                .contains(NoteFault.SIGNED);
        assertThat(checks.sign(check.id())).contains(NoteFault.SIGNED);
        assertThat(log.latest(place, 50))
                .extracting(LogLine::event)
                .contains("MAKE_LOG_CHECK", "READ_LOG_CHECK", "MARK_LOG_CHECK", "SIGN_LOG_CHECK");
    }

    @Test
    void findsAMarkThatWasAddedPastTheProgramAfterSigning() {
        read(person(Role.CASEWORKER), month.atDay(7), 9, id(1), Purpose.FOLLOW_UP);
        var check = begun();
        long line = check.sample().getFirst().line().number();
        checks.mark(check.id(), List.of(new Marking(line, Mark.DEVIATION, "fel")));
        checks.sign(check.id());
        jdbc.sql(
                        "insert into access_check_mark (check_id, place, line, mark, note, at, actor) values (:id, :place, :line, 'EXPECTED', '', now(), :id)")
                .param("id", check.id().value())
                .param("place", place.value())
                .param("line", line)
                .update();

        assertThat(checks.read(check.id()).signed())
                .hasValueSatisfying(by -> assertThat(by.whole()).isFalse());
    }

    @Test
    void letsNobodyMarkTheirOwnLines() {
        var reviewer = person(Role.AUDITOR);
        add(reviewer, month.atDay(7), 9, "READ_LOG", place.toString(), Purpose.LOG_REVIEW);
        example.write(lines);
        signIn(reviewer);
        var check = checks.read(checks.begin(month));
        long line = check.sample().getFirst().line().number();

        assertThat(check.left(reviewer.id())).isZero();
        assertThat(checks.mark(check.id(), List.of(new Marking(line, Mark.EXPECTED, ""))))
                .isEmpty();
        assertThat(checks.read(check.id()).unmarked()).isOne();
        var other = person(Role.AUDITOR);
        signIn(other);
        checks.mark(check.id(), List.of(new Marking(line, Mark.EXPECTED, "")));
        assertThat(checks.read(check.id()).unmarked()).isZero();
    }

    @Test
    void isForReviewersOfTheOwnPlace() {
        read(person(Role.CASEWORKER), month.atDay(7), 9, id(1), Purpose.FOLLOW_UP);
        var check = begun();
        signIn(person(Role.QUALITY_DEVELOPER));
        assertThatThrownBy(() -> checks.listed()).isInstanceOf(NotFoundOrDenied.class);
        place = new PlaceCode("2480");
        signIn(person(Role.AUDITOR));
        assertThatThrownBy(() -> checks.read(check.id())).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> checks.begin(YearMonth.now(clock))).isInstanceOf(NotFoundOrDenied.class);
    }

    @Test
    void tellsWhatIsLate() {
        month = YearMonth.now(clock).minusMonths(2);
        read(person(Role.CASEWORKER), month.atDay(7), 9, id(1), Purpose.FOLLOW_UP);
        example.write(lines);
        signIn(person(Role.AUDITOR));

        assertThat(checks.listed()).extracting(Listed::month).containsExactly(month.plusMonths(1), month);
        assertThat(checks.late()).isOne();
        var id = checks.begin(month);
        assertThat(checks.late()).as("begun is not signed").isOne();
        checks.read(id)
                .sample()
                .forEach(line -> checks.mark(id, List.of(new Marking(line.line().number(), Mark.EXPECTED, ""))));
        checks.sign(id);
        assertThat(checks.late()).isZero();
    }

    private Check begun() {
        example.write(lines);
        signIn(person(Role.AUDITOR));
        return checks.read(checks.begin(month));
    }

    private void signIn(Actor actor) {
        SignedInAs.thread(accounts.loadUserByUsername(username(actor)));
    }

    private String username(Actor actor) {
        return accounts.within(PlaceCode.NATION).stream()
                .filter(listed -> listed.actor().id().equals(actor.id()))
                .findFirst()
                .orElseThrow()
                .username();
    }

    private Actor person(Role role) {
        return accounts.open(
                "kontroll-" + UUID.randomUUID(),
                UUID.randomUUID().toString(),
                "Prov",
                role,
                place,
                role.boundToUnit() ? Optional.of(new UnitId(UUID.randomUUID())) : Optional.empty());
    }

    private String id(int number) {
        return new UUID(place.hashCode(), number).toString();
    }

    private ExampleLog.Line read(Actor who, LocalDate day, int hour, String of, Purpose purpose) {
        return add(who, day, hour, "READ_CASE", of, purpose);
    }

    private ExampleLog.Line add(Actor who, LocalDate day, int hour, String event, String of, Purpose purpose) {
        var at = day.atTime(hour, lines.size() % 60).atZone(clock.getZone()).toInstant();
        var line = new ExampleLog.Line(at, who, event, Optional.of(purpose), of, place);
        lines.add(line);
        return line;
    }

    private static long matched(Check check, Reason reason) {
        return check.rules().stream()
                .filter(rule -> rule.reason() == reason)
                .mapToLong(Check.Rule::matched)
                .sum();
    }

    private static List<Instant> moments(Check check, Reason reason) {
        return check.sample().stream()
                .filter(line -> line.reasons().contains(reason))
                .map(line -> line.line().at())
                .toList();
    }

    private static List<Long> random(List<Sampled> sample) {
        return sample.stream()
                .filter(line -> line.reasons().contains(Reason.RANDOM))
                .map(line -> line.line().number())
                .toList();
    }
}
