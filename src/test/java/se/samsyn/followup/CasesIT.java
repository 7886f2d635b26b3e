package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.SignedInAs;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.database.RowScope;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

@SpringBootTest
class CasesIT {

    private static final Answers SOME =
            new Answers(Map.of(new VariableKey("maende"), new Answer.Amount(BigDecimal.valueOf(4))));

    @Autowired
    private Cases cases;

    @Autowired
    private CaseChanges changes;

    @Autowired
    private Occasions occasions;

    @Autowired
    private Support support;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessLog log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Unit unit;
    private LocalDate today;

    @BeforeEach
    void signIn() {
        unit = SignedInAs.unit(organisations);
        SignedInAs.thread(SignedInAs.of(accounts, Role.CASEWORKER, unit));
        today = LocalDate.now(clock);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void keepsAnswersAsTheyAreGivenAndLetsNobodyOverwriteThem() {
        var occasion = begun(opened(Identity.OPEN), Phase.BEFORE);

        assertThat(occasions.keep(occasion.id(), Pen.first(1), SOME)).isInstanceOf(Outcome.Kept.class);
        assertThat(occasions.keep(occasion.id(), Pen.first(1), Answers.NONE)).isInstanceOf(Outcome.Conflict.class);
        assertThat(occasions.open(occasion.id(), Purpose.FOLLOW_UP).occasion().answers())
                .isEqualTo(SOME);
    }

    @Test
    void keepsWhatCannotBeCompletedAsADraft() {
        var occasion = begun(opened(Identity.OPEN), Phase.BEFORE);
        var wrong = new Answers(Map.of(new VariableKey("maende"), new Answer.Amount(BigDecimal.valueOf(99))));

        var outcome = occasions.complete(occasion.id(), Pen.first(1), wrong);

        assertThat(outcome).isInstanceOf(Outcome.Faulty.class);
        var kept = occasions.open(occasion.id(), Purpose.FOLLOW_UP).occasion();
        assertThat(kept.draft()).isTrue();
        assertThat(kept.answers()).isEqualTo(wrong);
    }

    @Test
    void beginsAnOccasionOnceHoweverOftenItIsAsked() {
        var of = opened(Identity.OPEN);

        assertThat(begun(of, Phase.BEFORE)).isEqualTo(begun(of, Phase.BEFORE));
    }

    @Test
    void refusesDaysThatCannotBe() {
        var of = opened(Identity.OPEN);

        assertThat(occasions.begin(of.id(), Phase.DURING, of.opened().minusDays(1)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(occasions.begin(of.id(), Phase.DURING, today.plusDays(1))).isInstanceOf(Outcome.Refused.class);
        assertThat(occasions.begin(of.id(), Phase.AFTER, today)).isInstanceOf(Outcome.Refused.class);
        assertThat(cases.open(wish(Identity.OPEN, today.plusDays(1)))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aCaseHasOneOverallGoalAndRatingsOnItsOwnScale() {
        var of = opened(Identity.OPEN);
        var goal =
                OpenedCases.done(Goal.class, support.set(of.id(), OpenedCases.goal("Sova", GoalWeight.OVERALL, today)));

        assertThat(support.set(of.id(), OpenedCases.goal("Äta", GoalWeight.OVERALL, today)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(support.rate(of.id(), goal.id(), new Goal.Rating(today, GoalStep.NOT_REACHED, Optional.of(-3))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(support.rate(of.id(), goal.id(), new Goal.Rating(today, GoalStep.FULLY_REACHED, Optional.of(2))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void protectionThatComesLaterTakesBirthYearAndOwnIdAway() {
        var of = opened(Identity.OPEN);

        var corrected = changes.correct(
                of.id(),
                1,
                new Facts(Sex.OTHER, OptionalInt.of(1990), Identity.PROTECTED, WayIn.REPORT),
                Purpose.FOLLOW_UP);

        assertThat(corrected).isInstanceOf(Outcome.Done.class);
        var now = cases.read(of.id(), Purpose.FOLLOW_UP).of();
        assertThat(now.birthYear()).isEmpty();
        assertThat(now.localId()).isNotEqualTo(of.localId());
        assertThat(now.sex()).isEqualTo(Sex.OTHER);
    }

    @Test
    void aGoalHoldsNoPersonalNumber() {
        assertThat(support.set(
                        opened(Identity.OPEN).id(), OpenedCases.goal("Ringa 811218-9876", GoalWeight.PART, today)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void everyReadOfACaseIsLoggedWithItsPurpose() {
        var of = opened(Identity.OPEN);

        cases.read(of.id(), Purpose.SELF_AUDIT);

        assertThat(log.latest(new PlaceCode("2080"), 20)).anySatisfy(line -> {
            assertThat(line.event()).isEqualTo("READ_CASE");
            assertThat(line.purpose()).isEqualTo(Purpose.SELF_AUDIT);
            assertThat(line.object()).isEqualTo(of.id().toString());
        });
    }

    @Test
    void whoeverReplacesAnswersOrGoesOnWithAnothersPageIsLogged() {
        var of = opened(Identity.OPEN);
        var occasion = begun(of, Phase.BEFORE);
        var page = Pen.first(1);
        occasions.keep(occasion.id(), page, SOME);
        long before = writes(of);

        assertThat(occasions.replace(occasion.id(), Pen.first(2), Answers.NONE)).isInstanceOf(Outcome.Kept.class);
        assertThat(writes(of)).isEqualTo(before + 1);

        SignedInAs.thread(SignedInAs.of(accounts, Role.CASEWORKER, unit));
        assertThat(occasions.keep(occasion.id(), new Pen(3, page.page(), 2), SOME))
                .isInstanceOf(Outcome.Kept.class);
        assertThat(writes(of)).isEqualTo(before + 2);
        assertThat(occasions.keep(occasion.id(), new Pen(4, page.page(), 3), SOME))
                .isInstanceOf(Outcome.Kept.class);
        assertThat(writes(of)).isEqualTo(before + 2);
    }

    /** A page that is left open and gone on with is a change of its own each ten minutes. */
    @Test
    void aPageThatGoesOnForLongIsLoggedAgain() {
        var of = opened(Identity.OPEN);
        var occasion = begun(of, Phase.BEFORE);
        var page = Pen.first(1);
        occasions.keep(occasion.id(), page, SOME);
        long before = writes(of);
        RowScope.working(
                Set.of(unit.id()),
                "test",
                () -> jdbc.sql(
                                "update followup_occasion set saved_at = saved_at - interval '10 minutes' where id = :id")
                        .param("id", occasion.id().value())
                        .update());

        occasions.keep(occasion.id(), new Pen(2, page.page(), 2), Answers.NONE);

        assertThat(writes(of)).isEqualTo(before + 1);
    }

    private long writes(Case of) {
        return log.latest(new PlaceCode("2080"), 100).stream()
                .filter(line ->
                        line.event().equals("WRITE_CASE") && of.id().toString().equals(line.object()))
                .count();
    }

    @Test
    void thoseOfAnotherUnitFindNothing() {
        var of = opened(Identity.OPEN);
        var occasion = begun(of, Phase.BEFORE);
        SignedInAs.thread(SignedInAs.of(accounts, Role.CASEWORKER, SignedInAs.unit(organisations)));

        assertThatThrownBy(() -> cases.read(of.id(), Purpose.FOLLOW_UP)).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> occasions.keep(occasion.id(), Pen.first(1), SOME))
                .isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> cases.list(unit.id(), CaseFilter.OPEN, 0)).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> cases.due(unit.id(), Period.ofDays(1))).isInstanceOf(NotFoundOrDenied.class);
    }

    @Test
    void theDatabaseItselfHidesOtherUnitsRowsWhateverTheSqlAsks() throws SQLException {
        var of = opened(Identity.OPEN);
        begun(of, Phase.BEFORE);
        SecurityContextHolder.clearContext();

        for (var table : List.of("followup_case", "followup_occasion")) {
            var all = "select count(*) from " + table;
            assertThat(jdbc.sql(all).query(Long.class).single()).isZero();
            assertThat(RowScope.working(
                            Set.of(SignedInAs.unit(organisations).id()),
                            "",
                            () -> jdbc.sql(all).query(Long.class).single()))
                    .isZero();
            assertThat(RowScope.compiling(
                            new PlaceCode("2062"),
                            () -> jdbc.sql(all + " where unit_id = :unit")
                                    .param("unit", unit.id().value())
                                    .query(Long.class)
                                    .single()))
                    .isZero();
        }
        var change = "update followup_case set sex = 'MAN' where id = :id";
        int compiled = RowScope.compiling(
                PlaceCode.NATION,
                () -> jdbc.sql(change).param("id", of.id().value()).update());
        assertThat(compiled).isZero();
    }

    private Case opened(Identity identity) {
        return (Case) ((Outcome.Done<?>) cases.open(wish(identity, today.minusDays(20)))).result();
    }

    private Occasion begun(Case of, Phase phase) {
        return (Occasion) ((Outcome.Done<?>) occasions.begin(of.id(), phase, today)).result();
    }

    private OpenCase wish(Identity identity, LocalDate day) {
        return identity == Identity.OPEN ? OpenedCases.wish(unit, "egen-1", day) : OpenedCases.protectedWish(unit, day);
    }
}
