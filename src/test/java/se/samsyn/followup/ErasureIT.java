package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import se.samsyn.SignedInAs;
import se.samsyn.access.AccessLog;
import se.samsyn.access.ActorId;
import se.samsyn.access.LogLine;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.database.RowScope;
import se.samsyn.exchange.Uploads;
import se.samsyn.followup.retention.Born;
import se.samsyn.followup.retention.DueCases;
import se.samsyn.followup.retention.Erasure;
import se.samsyn.followup.retention.ErasureOutcome;
import se.samsyn.followup.retention.ErasureOutcome.Why;
import se.samsyn.followup.retention.Erasures;
import se.samsyn.followup.retention.Hold;
import se.samsyn.followup.retention.Keeping;
import se.samsyn.followup.retention.KeptFor;
import se.samsyn.instrument.Phase;
import se.samsyn.table.FrozenTables;
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.Where;
import se.samsyn.table.source.Stocks;

/** Cases are erased by two persons, whole batches or nothing, and nothing of them is left but figures and a receipt. */
@SpringBootTest(properties = {"samsyn.data=target/erasure", "samsyn.results.age=PT0S"})
class ErasureIT extends SignedInCaseworker {

    private static final List<String> TABLES = List.of(
            "followup_case:id",
            "followup_occasion:case_id",
            "followup_intervention:case_id",
            "followup_goal:case_id",
            "followup_rating:case_id",
            "followup_keeping:case_id");

    @Autowired
    private DueCases due;

    @Autowired
    private Erasures erasures;

    @Autowired
    private FrozenTables frozen;

    @Autowired
    private Results results;

    @Autowired
    private List<Stocks> stocks;

    @Autowired
    private Uploads uploads;

    @Autowired
    private AccessLog log;

    @Autowired
    private JdbcClient sql;

    private UserDetails manager;
    private UserDetails second;

    @BeforeEach
    void people() {
        manager = SignedInAs.of(accounts, Role.UNIT_MANAGER, unit);
        second = SignedInAs.of(accounts, Role.QUALITY_DEVELOPER, unit);
    }

    @Test
    void leavesNothingButFiguresAndAReceipt() throws IOException {
        var ids = old(6);
        results.forget(OpenedCases.GENERAL);
        results.gatherings().forEach(each -> results.refresh(each.set()));
        var before = stocks.stream()
                .flatMap(each -> each.stocks().stream())
                .filter(each -> each.codebook().set().equals(OpenedCases.GENERAL))
                .map(each -> each.rows().value())
                .toList();
        assertThat(rows()).containsAll(before).isNotEmpty();
        var upload = uploads.receive(
                new ByteArrayInputStream("id\nA1".getBytes(StandardCharsets.UTF_8)),
                new ActorId(UUID.randomUUID()),
                unit.id(),
                OpenedCases.GENERAL);

        SignedInAs.thread(manager);
        due.answer(ids, Born.ANOTHER_DAY);
        due.answer(ids, KeptFor.NONE);
        var id = done(erasures.propose(unit.id(), ids));
        assertThat(count(ids, "followup_keeping:case_id")).isEqualTo(6);
        SignedInAs.thread(second);
        assertThat(erasures.erase(id)).isInstanceOf(ErasureOutcome.Done.class);

        TABLES.forEach(table -> assertThat(count(ids, table)).as(table).isZero());
        assertThat(rows()).doesNotContainAnyElementsOf(before);
        assertThat(upload.file()).doesNotExist();
        var erased = erasures.find(id);
        assertThat(erased.state()).isEqualTo(Erasure.State.ERASED);
        assertThat(erased.receipt().orElseThrow().text())
                .contains(ids.stream().map(CaseId::toString).toList());
        assertThat(erased.receipt().orElseThrow().hash()).hasSize(64);
        assertThat(Files.readString(Path.of("target/erasure/erased/tombstones")))
                .contains(id.toString())
                .contains(ids.getFirst().toString());
        var kept = frozen.tables(id, new Where.Area(unit.municipality()), new Span.Year(today.getYear() - 7));
        assertThat(kept).isNotEmpty();
        assertThat(frozen.find(id, kept.getFirst().key()).orElseThrow().title())
                .isEqualTo(kept.getFirst().title());
        assertThat(events(ids.getFirst())).contains("ERASE_CASE");
        assertThat(results.print(kept.getFirst().key())
                        .map(table -> table.definition().asOf()))
                .isNotEqualTo(Optional.of(kept.getFirst().definition().asOf()));
    }

    @Test
    void letsNobodyDecideTheirOwnProposal() {
        var id = proposed(old(1));

        assertThat(erasures.erase(id)).isEqualTo(new ErasureOutcome.Refused(Why.SAME_PERSON));
        assertThat(erasures.decline(id)).isEqualTo(new ErasureOutcome.Refused(Why.SAME_PERSON));
        assertThat(erasures.find(id).state()).isEqualTo(Erasure.State.PROPOSED);
        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, unit));
        assertThat(erasures.erase(id)).isInstanceOf(ErasureOutcome.Done.class);
        assertThat(erasures.erase(id)).isEqualTo(new ErasureOutcome.Refused(Why.DECIDED));
    }

    @Test
    void erasesAllOrNothing() {
        var ids = old(3);
        var id = proposed(ids);
        due.keep(
                ids.getLast(),
                new Keeping(Born.ANOTHER_DAY, Optional.of(KeptFor.PLACED_CHILD), Optional.empty(), Optional.empty()));

        SignedInAs.thread(second);
        assertThat(erasures.erase(id)).isEqualTo(new ErasureOutcome.Refused(Why.NOT_DUE));
        assertThat(count(ids, "followup_case:id")).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotDueHeldUnansweredOrOfAnotherUnit() {
        var young = opened("Ung");
        var ids = old(2);
        SignedInAs.thread(manager);
        assertThat(erasures.propose(unit.id(), ids)).isEqualTo(new ErasureOutcome.Refused(Why.NOT_DUE));
        due.answer(ids, Born.ANOTHER_DAY);
        due.answer(ids, KeptFor.NONE);
        assertThat(erasures.propose(unit.id(), with(ids, young.id())))
                .isEqualTo(new ErasureOutcome.Refused(Why.NOT_DUE));
        assertThat(erasures.propose(unit.id(), List.of())).isEqualTo(new ErasureOutcome.Refused(Why.NOTHING_CHOSEN));
        var hold = new Hold(Hold.Why.COURT, "T 1", UUID.randomUUID(), Instant.EPOCH);
        due.keep(
                ids.getFirst(),
                new Keeping(Born.ANOTHER_DAY, Optional.of(KeptFor.NONE), Optional.empty(), Optional.of(hold)));
        assertThat(erasures.propose(unit.id(), ids)).isEqualTo(new ErasureOutcome.Refused(Why.NOT_DUE));
        assertThat(erasures.propose(unit.id(), List.of(ids.getLast()))).isInstanceOf(ErasureOutcome.Done.class);
    }

    @Test
    void showsCasesToTheUnitsOwnManagerAlone() {
        var ids = old(2);
        SignedInAs.thread(manager);
        assertThat(due.due(unit.id())).extracting(each -> each.of().id()).containsExactlyInAnyOrderElementsOf(ids);
        SignedInAs.thread(second);
        assertThatThrownBy(() -> due.due(unit.id())).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> due.find(ids.getFirst())).isInstanceOf(NotFoundOrDenied.class);
        assertThat(due.counts(unit.municipality()))
                .filteredOn(each -> each.unit().id().equals(unit.id()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.due()).isEqualTo(2);
                    assertThat(each.asked()).isEqualTo(2);
                });
        var other = SignedInAs.unit(organisations);
        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, other));
        assertThatThrownBy(() -> due.due(unit.id())).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> due.find(ids.getFirst())).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> erasures.propose(unit.id(), ids)).isInstanceOf(NotFoundOrDenied.class);
    }

    private UUID proposed(List<CaseId> ids) {
        SignedInAs.thread(manager);
        due.answer(ids, Born.ANOTHER_DAY);
        due.answer(ids, KeptFor.NONE);
        return done(erasures.propose(unit.id(), ids));
    }

    private List<CaseId> old(int count) {
        var ids = new ArrayList<CaseId>();
        for (int i = 0; i < count; i++) {
            ids.add(old("G-" + i, today.minusYears(7)));
        }
        SignedInAs.thread(caseworker);
        return ids;
    }

    private CaseId old(String localId, LocalDate day) {
        var of = OpenedCases.done(Case.class, cases.open(OpenedCases.wish(unit, localId, day)));
        occasions.begin(of.id(), Phase.BEFORE, day);
        support.start(of.id(), InterventionKind.SHELTER, day);
        var goal = OpenedCases.goal("Bo tryggt", GoalWeight.OVERALL, day);
        support.set(of.id(), goal);
        support.rate(of.id(), goal.id(), new Goal.Rating(day, GoalStep.PARTLY_REACHED, Optional.empty()));
        var given = cases.read(of.id(), Purpose.FOLLOW_UP).interventions().getFirst();
        support.stop(of.id(), given.id(), day.plusMonths(3));
        occasions.discard(
                cases.read(of.id(), Purpose.FOLLOW_UP).occasions().getFirst().id());
        var closed = changes.close(of.id(), of.revision(), OpenedCases.closing(day.plusMonths(4)));
        assertThat(closed).isInstanceOf(Outcome.Done.class);
        return of.id();
    }

    private static UUID done(ErasureOutcome outcome) {
        assertThat(outcome).isInstanceOf(ErasureOutcome.Done.class);
        return ((ErasureOutcome.Done) outcome).id();
    }

    private static List<CaseId> with(List<CaseId> ids, CaseId one) {
        var all = new ArrayList<>(ids);
        all.add(one);
        return all;
    }

    private long count(List<CaseId> ids, String table) {
        var parts = table.split(":");
        return RowScope.working(
                Set.of(unit.id()),
                "test",
                () -> sql.sql("select count(*) from " + parts[0] + " where " + parts[1] + " = any(:ids)")
                        .param("ids", ids.stream().map(CaseId::value).toArray(UUID[]::new))
                        .query(Long.class)
                        .single());
    }

    private List<String> events(CaseId id) {
        return log.latest(unit.municipality(), 500).stream()
                .filter(line -> id.toString().equals(line.object()))
                .map(LogLine::event)
                .toList();
    }

    /** The rows of case sets that are kept by column. */
    private static Set<String> rows() throws IOException {
        var folder = Path.of("target/erasure/rows");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var there = Files.list(folder)) {
            return there.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith("snapshot_"))
                    .collect(Collectors.toSet());
        }
    }
}
