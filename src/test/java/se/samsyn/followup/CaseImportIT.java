package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.SignedInAs;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.LogLine;
import se.samsyn.access.LogQuery;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.FormId;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

@SpringBootTest
class CaseImportIT {

    private static final LocalDate OPENED = LocalDate.of(2025, 3, 1);

    @Autowired
    private CaseImport imports;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseChanges changes;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessLog log;

    private Unit unit;
    private ImportPermit permit;

    @BeforeEach
    void make() {
        unit = SignedInAs.unit(organisations);
        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, unit));
        permit = imports.require(Set.of(unit.id()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void importingTheSameAgainChangesNothingAndAChangeOnlyItself() {
        assertThat(write(told("a", 4), told("b", 5))).isEqualTo(new ImportSummary(2, 0, 0));
        assertThat(write(told("a", 4), told("b", 5))).isEqualTo(new ImportSummary(0, 0, 2));
        assertThat(write(told("a", 9), told("b", 5), told("c", 1))).isEqualTo(new ImportSummary(1, 1, 1));
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void whatAFileDoesNotTellIsLeftAsItIs() {
        write(told(
                "p",
                4,
                Identity.PROTECTED,
                Sex.WOMAN,
                Optional.of(new Closure(OPENED.plusDays(90), CloseReason.MOVED))));

        write(told("p", 4, Identity.OPEN, Sex.UNKNOWN, Optional.empty()));

        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, unit));
        var kept = cases.list(unit.id(), new CaseFilter(CaseFilter.State.ALL, ""), 0)
                .rows()
                .getFirst()
                .of();
        assertThat(kept.identity()).isEqualTo(Identity.PROTECTED);
        assertThat(kept.birthYear()).isEmpty();
        assertThat(kept.sex()).isEqualTo(Sex.WOMAN);
        assertThat(kept.closure()).isPresent();
    }

    @Test
    void aFileWithoutAStopDoesNotStartSupportAgain() {
        var stopped = OPENED.plusDays(40);
        write(given("s", Optional.of(stopped)));

        assertThat(write(given("s", Optional.empty()))).isEqualTo(new ImportSummary(0, 0, 1));
        assertThat(support().stopped()).contains(stopped);
        assertThat(write(given("s", Optional.of(stopped.plusDays(1))))).isEqualTo(new ImportSummary(0, 1, 0));
        assertThat(support().stopped()).contains(stopped.plusDays(1));
    }

    private Intervention support() {
        return cases.read(only().id(), Purpose.FOLLOW_UP).interventions().getFirst();
    }

    private ImportedCase given(String id, Optional<LocalDate> stopped) {
        var told = told(id, 4);
        return with(
                told,
                told.visits(),
                List.of(new ImportedCase.Given(InterventionKind.COUNSELLING, OPENED.plusDays(5), stopped)));
    }

    private static ImportedCase with(
            ImportedCase told, List<ImportedCase.Visit> visits, List<ImportedCase.Given> given) {
        return new ImportedCase(
                told.unit(),
                told.instrument(),
                told.localId(),
                told.sex(),
                told.birthYear(),
                told.identity(),
                told.wayIn(),
                told.opened(),
                told.closure(),
                visits,
                given,
                told.overall());
    }

    @Test
    void visitsToldByTheirDayAreOnlyThoseOfThatDay() {
        write(dated("d", 215));

        assertThat(write(dated("d", 150, 215))).isEqualTo(new ImportSummary(0, 1, 0));
        assertThat(cases.read(only().id(), Purpose.FOLLOW_UP).occasions())
                .extracting(Occasion::date)
                .containsExactlyInAnyOrder(OPENED.plusDays(150), OPENED.plusDays(215));
        assertThat(write(dated("d", 150))).isEqualTo(new ImportSummary(0, 0, 1));
    }

    /** Visits so many days after the opening, all nearest six months. */
    private ImportedCase dated(String id, int... days) {
        var told = told(id, 4);
        var first = told.visits().getFirst();
        return with(
                told,
                IntStream.of(days)
                        .mapToObj(day -> new ImportedCase.Visit(
                                Phase.DURING, OPENED.plusDays(day), 6, first.form(), first.answers(), true))
                        .toList(),
                told.given());
    }

    @Test
    void eachCaseThatIsWrittenToHasItsLineInTheLog() {
        write(told("a", 4), told("b", 5));
        write(told("a", 9), told("b", 5), told("c", 1));

        var lines = log.page(unit.municipality(), LogQuery.ALL, 6);

        assertThat(lines)
                .extracting(LogLine::event)
                .containsExactly(
                        "IMPORT_CASES", "IMPORT_CASE", "IMPORT_CASE", "IMPORT_CASES", "IMPORT_CASE", "IMPORT_CASE");
        var written = cases.list(unit.id(), new CaseFilter(CaseFilter.State.ALL, ""), 0).rows().stream()
                .collect(Collectors.toMap(
                        row -> row.of().localId().value(), row -> row.of().id().toString()));
        assertThat(lines.subList(1, 3))
                .extracting(LogLine::object)
                .containsExactlyInAnyOrder(written.get("a"), written.get("c"));
        assertThat(lines.subList(4, 6))
                .extracting(LogLine::object)
                .containsExactlyInAnyOrder(written.get("a"), written.get("b"));
    }

    @Test
    void aCancelledImportLeavesNothing() {
        var many = IntStream.range(0, 1200).mapToObj(i -> told("n" + i, i % 10)).toList();
        var afterTheFirstBatch = new ImportProgress() {
            private int written;

            @Override
            public void done(int count) {
                written = count;
            }

            @Override
            public boolean cancelled() {
                return written >= 500;
            }
        };

        assertThatThrownBy(() -> imports.write(permit, many, afterTheFirstBatch))
                .isInstanceOf(ImportCancelled.class);
        assertThat(stored()).isZero();
    }

    @Test
    void aFaultInTheMiddleLeavesNothing() {
        var many = IntStream.range(0, 700)
                .mapToObj(i -> told(i == 650 ? "n1" : "n" + i, 3))
                .toList();

        assertThatThrownBy(() -> imports.write(permit, many, ImportProgress.UNWATCHED))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(stored()).isZero();
    }

    @Test
    void onlyThoseWhoMayImportToTheUnitAreLetIn() {
        SignedInAs.thread(SignedInAs.of(accounts, Role.CASEWORKER, unit));
        assertThatThrownBy(() -> imports.require(Set.of(unit.id()))).isInstanceOf(NotFoundOrDenied.class);

        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, unit));
        imports.require(Set.of(unit.id()));
        assertThatThrownBy(() ->
                        imports.require(Set.of(SignedInAs.unit(organisations).id())))
                .isInstanceOf(NotFoundOrDenied.class);
    }

    @Test
    void aPermitLetsNothingIntoAnotherUnit() {
        var other = SignedInAs.unit(organisations);
        var strange = List.of(told("a", 4), of(other.id(), told("b", 4)));

        assertThatThrownBy(() -> imports.write(permit, strange, ImportProgress.UNWATCHED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stored()).isZero();
    }

    @Test
    void whoeverIsSignedInCannotImportAsTheOperator() {
        assertThatThrownBy(() -> imports.asOperator(permit.actor(), Set.of(unit.id())))
                .isInstanceOf(IllegalStateException.class);
        SecurityContextHolder.clearContext();
        assertThat(imports.asOperator(permit.actor(), Set.of(unit.id()))).isNotNull();
    }

    @Test
    void aProtectedPersonIsMetAgainWithoutTheColumnThatProtected() {
        write(told("p", 4, Identity.PROTECTED, Sex.WOMAN, Optional.empty()));
        LocalId pseudonym = only().localId();
        assertThat(pseudonym.value()).startsWith("P-");

        assertThat(write(told("p", 4))).isEqualTo(new ImportSummary(0, 0, 1));
        assertThat(write(told("p", 9))).isEqualTo(new ImportSummary(0, 1, 0));

        assertThat(only().identity()).isEqualTo(Identity.PROTECTED);
        assertThat(only().localId()).isEqualTo(pseudonym);
        assertThat(only().birthYear()).isEmpty();
    }

    @Test
    void anOpenCaseLosesItsIdWhenAFileProtectsIt() {
        write(told("p", 4));
        assertThat(only().localId()).isEqualTo(new LocalId("p"));

        assertThat(write(told("p", 4, Identity.PROTECTED, Sex.WOMAN, Optional.empty())))
                .isEqualTo(new ImportSummary(0, 1, 0));

        assertThat(only().identity()).isEqualTo(Identity.PROTECTED);
        assertThat(only().localId().value()).startsWith("P-");
        assertThat(write(told("p", 4))).isEqualTo(new ImportSummary(0, 0, 1));
        assertThat(only().localId().value()).startsWith("P-");
    }

    @Test
    void aCaseThatWasProtectedByHandIsMetByTheNextFile() {
        write(told("p", 4));
        var of = only();
        SignedInAs.thread(SignedInAs.of(accounts, Role.CASEWORKER, unit));
        changes.correct(
                of.id(),
                of.revision(),
                new Facts(of.sex(), OptionalInt.empty(), Identity.PROTECTED, of.wayIn()),
                Purpose.FOLLOW_UP);

        assertThat(write(told("p", 4))).isEqualTo(new ImportSummary(0, 0, 1));

        assertThat(only().identity()).isEqualTo(Identity.PROTECTED);
        assertThat(only().localId().value()).startsWith("P-");
    }

    @Test
    void aGoalThatNobodyHasRatedIsMetByTheNextFile() {
        write(aims("g"));

        assertThat(write(aims("g"))).isEqualTo(new ImportSummary(0, 0, 1));
        assertThat(write(aims("g", rating(30, GoalStep.PARTLY_REACHED)))).isEqualTo(new ImportSummary(0, 1, 0));
        assertThat(goal().ratings()).hasSize(1);
    }

    @Test
    void anOlderRatingInTheFileIsNoChange() {
        write(aims("g", rating(30, GoalStep.NOT_REACHED), rating(60, GoalStep.PARTLY_REACHED)));

        assertThat(write(aims("g", rating(30, GoalStep.NOT_REACHED)))).isEqualTo(new ImportSummary(0, 0, 1));
        assertThat(write(aims("g", rating(30, GoalStep.FULLY_REACHED)))).isEqualTo(new ImportSummary(0, 1, 0));
        assertThat(goal().ratings())
                .extracting(Goal.Rating::step)
                .containsExactly(GoalStep.FULLY_REACHED, GoalStep.PARTLY_REACHED);
    }

    @Test
    void aLevelInTheFileIsKeptAndNotTakenAwayByAFileWithout() {
        write(aims("g", new Goal.Rating(OPENED.plusDays(30), GoalStep.FULLY_REACHED, Optional.of(1))));

        assertThat(write(aims("g", rating(30, GoalStep.FULLY_REACHED)))).isEqualTo(new ImportSummary(0, 0, 1));
        assertThat(goal().latest().orElseThrow().level()).contains(1);
    }

    private Goal goal() {
        var of = only();
        return cases.read(of.id(), Purpose.FOLLOW_UP).goals().getFirst();
    }

    private static Goal.Rating rating(int day, GoalStep step) {
        return new Goal.Rating(OPENED.plusDays(day), step, Optional.empty());
    }

    private ImportedCase aims(String id, Goal.Rating... ratings) {
        return told(
                id,
                4,
                Identity.OPEN,
                Sex.WOMAN,
                Optional.empty(),
                new ImportedCase.Aim("Lugn", GasScale.FIVE_LEVELS, OPENED, List.of(ratings)));
    }

    private Case only() {
        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, unit));
        var all = cases.list(unit.id(), new CaseFilter(CaseFilter.State.ALL, ""), 0)
                .rows();
        assertThat(all).hasSize(1);
        return all.getFirst().of();
    }

    private static ImportedCase of(UnitId unit, ImportedCase told) {
        return new ImportedCase(
                unit,
                told.instrument(),
                told.localId(),
                told.sex(),
                told.birthYear(),
                told.identity(),
                told.wayIn(),
                told.opened(),
                told.closure(),
                told.visits(),
                told.given(),
                told.overall());
    }

    private ImportSummary write(ImportedCase... told) {
        return imports.write(permit, List.of(told), ImportProgress.UNWATCHED);
    }

    private long stored() {
        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, unit));
        return cases.list(unit.id(), new CaseFilter(CaseFilter.State.ALL, ""), 0)
                .total();
    }

    private ImportedCase told(String id, int wellbeing) {
        return told(id, wellbeing, Identity.OPEN, Sex.WOMAN, Optional.empty());
    }

    private ImportedCase told(String id, int wellbeing, Identity identity, Sex sex, Optional<Closure> closure) {
        var aim = new ImportedCase.Aim(
                "Lugn", GasScale.FIVE_LEVELS, OPENED, List.of(rating(30, GoalStep.PARTLY_REACHED)));
        return told(id, wellbeing, identity, sex, closure, aim);
    }

    private ImportedCase told(
            String id, int wellbeing, Identity identity, Sex sex, Optional<Closure> closure, ImportedCase.Aim aim) {
        var key = new InstrumentKey("allman");
        var answers = new Answers(Map.of(new VariableKey("maende"), new Answer.Amount(BigDecimal.valueOf(wellbeing))));
        return new ImportedCase(
                unit.id(),
                key,
                new LocalId(id),
                sex,
                OptionalInt.of(1980),
                identity,
                WayIn.REPORT,
                OPENED,
                closure,
                List.of(new ImportedCase.Visit(
                        Phase.BEFORE, OPENED.plusDays(2), 0, new FormId(key, PlaceCode.NATION, 1), answers)),
                List.of(new ImportedCase.Given(InterventionKind.COUNSELLING, OPENED.plusDays(5), Optional.empty())),
                Optional.of(aim));
    }
}
