package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samsyn.SignedInAs;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.database.RowScope;
import se.samsyn.database.TestDatabase;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.FormId;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.keys.KeyFault;
import se.samsyn.keys.SealedCount;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;
import se.samsyn.table.source.Selection;

/** What people write lies sealed in the database: the database is asked itself, as the owner of its tables. */
class SealedTextsIT extends SignedInCaseworker {

    private static final VariableKey NOTE = new VariableKey("anteckning");

    @Autowired
    private CaseImport imports;

    @Autowired
    private CaseTexts texts;

    @Autowired
    private SealingStore stored;

    @Autowired
    private FollowupMicrodata microdata;

    private final String secret = "hemligt-" + UUID.randomUUID();

    @Test
    void nothingWrittenStandsInAnyColumnOfAnyTable() throws SQLException {
        var of = opened("a");
        var goal = goal(of, secret + " mål");
        var occasion = occasion(of, secret + " utkast");
        occasions.complete(occasion.id(), Pen.first(occasion.revision() + 1), note(secret + " klart"));
        imported("b", secret + " i fil");

        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).goals().getFirst().text())
                .isEqualTo(secret + " mål");
        assertThat(occasions
                        .open(occasion.id(), Purpose.FOLLOW_UP)
                        .occasion()
                        .answers()
                        .find(NOTE))
                .isPresent();
        assertThat(owner("select text from followup_goal where id = '" + goal.id() + "'"))
                .singleElement()
                .asString()
                .startsWith("sealed:1:");
        assertThat(everythingContaining(secret)).isEmpty();
        assertThat(everythingContaining(of.id().toString())).isNotEmpty();
    }

    @Test
    void anAutosavedDraftIsReadAsItWasWritten() {
        var occasion = occasion(opened("a"), "Åsa sade: \"ja\" {\"text\": 1}\nandra raden");

        assertThat(read(occasion)).isEqualTo("Åsa sade: \"ja\" {\"text\": 1}\nandra raden");
        occasions.keep(occasion.id(), Pen.first(occasion.revision() + 1), note("sealed:1:inte alls"));
        assertThat(read(occasion)).isEqualTo("sealed:1:inte alls");
    }

    @Test
    void aTextThatIsMovedToAnotherRowDoesNotOpen() throws SQLException {
        var of = opened("a");
        var one = goal(of, "Den ena");
        var other = goal(of, "Den andra");
        change("update followup_goal g set text = (select text from followup_goal where id = '" + one.id()
                + "') where id = '" + other.id() + "'");

        assertShut(() -> cases.read(of.id(), Purpose.FOLLOW_UP));
        assertThat(count().shut()).isPositive();
        change("delete from followup_goal where id = '" + other.id() + "'");
        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).goals()).hasSize(1);
    }

    @Test
    void aTextThatIsMovedToAnotherQuestionDoesNotOpen() throws SQLException {
        var occasion = occasion(opened("a"), "Den ena");
        change(
                "update followup_occasion set answers = jsonb_build_object('annan', answers -> 'anteckning') where id = '"
                        + occasion.id() + "'");

        assertShut(() -> read(occasion));
        change("delete from followup_occasion where id = '" + occasion.id() + "'");
    }

    @Test
    void anotherMunicipalitysKeyDoesNotOpenIt() throws SQLException {
        var of = opened("a");
        goal(of, "I Falun");
        var mora = organisations.open(
                organisations.found("Nämnd " + UUID.randomUUID(), OrganisationKind.MUNICIPAL, new PlaceCode("2062")),
                "Enhet",
                UnitKind.AUTHORITY,
                ServiceArea.VIOLENCE,
                new PlaceCode("2062"));
        SignedInAs.thread(SignedInAs.of(accounts, Role.CASEWORKER, mora));
        var there = OpenedCases.done(Case.class, cases.open(OpenedCases.wish(mora, "m", today.minusDays(20))));
        var goal = goal(there, "I Mora");
        change("update followup_goal set text = (select text from followup_goal where case_id = '" + of.id()
                + "') where id = '" + goal.id() + "'");

        assertThatThrownBy(() -> cases.read(there.id(), Purpose.FOLLOW_UP)).isInstanceOf(KeyFault.class);
        change("delete from followup_goal where id = '" + goal.id() + "'");
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherTextAlone() {
        assertThat(imported("f", "Samma text")).isEqualTo(new ImportSummary(1, 0, 0));
        assertThat(imported("f", "Samma text")).isEqualTo(new ImportSummary(0, 0, 1));
        assertThat(imported("f", "En annan text")).isEqualTo(new ImportSummary(0, 1, 0));
    }

    @Test
    void aFileLeavesATextItDoesNotSpeakOf() {
        imported("f", "Skrivet för hand");
        var visit = told("f", Answers.NONE.with(new VariableKey("maende"), Answer.Amount.of(4)));
        write(visit);

        SignedInAs.thread(caseworker);
        var of = cases.list(unit.id(), new CaseFilter(CaseFilter.State.ALL, ""), 0)
                .rows()
                .getFirst()
                .of();
        var answers =
                cases.read(of.id(), Purpose.FOLLOW_UP).occasions().getFirst().answers();
        assertThat(answers.find(NOTE)).contains(new Answer.Text("Skrivet för hand"));
        assertThat(answers.size()).isEqualTo(2);
    }

    @Test
    void whatStoodUnsealedIsReadAndThenSealedByTheProgram() throws SQLException {
        var of = opened("a");
        var goal = goal(of, "x");
        var occasion = occasion(of, "x");
        change("update followup_goal set text = 'Från förr' where id = '" + goal.id() + "'");
        change("update followup_occasion set answers = '{\"anteckning\": {\"text\": \"Också förr\"}, \"maende\": 3}'"
                + " where id = '" + occasion.id() + "'");
        change("insert into followup_unsealed values ('2080') on conflict do nothing");
        assertThat(read(occasion)).isEqualTo("Också förr");
        assertThat(count().plain()).isEqualTo(2);

        new SealingAtStart(stored, texts).seal();

        assertThat(count().plain()).isZero();
        assertThat(stored.unsealed()).isEmpty();
        assertThat(read(occasion)).isEqualTo("Också förr");
        assertThat(cases.read(of.id(), Purpose.FOLLOW_UP).goals().getFirst().text())
                .isEqualTo("Från förr");
        assertThat(everythingContaining("Också förr")).isEmpty();
        assertThat(owner("select revision from followup_occasion where id = '" + occasion.id() + "'"))
                .containsExactly(String.valueOf(occasion.revision() + 1));
    }

    @Test
    void whatIsCountedIsNeverOpened() throws SQLException {
        var occasion = occasion(opened("a"), "Ska inte räknas");
        change("update followup_occasion set state = 'DONE',"
                + " answers = '{\"anteckning\": {\"text\": \"sealed:1:AAAAAAAA\"}}' where id = '" + occasion.id()
                + "'");

        var data = RowScope.compiling(
                PlaceCode.NATION, () -> microdata.read(OpenedCases.GENERAL, new Selection.OfUnit(unit.id())));

        assertThat(data.size()).isEqualTo(1);
        change("delete from followup_occasion where id = '" + occasion.id() + "'");
    }

    private Goal goal(Case of, String text) {
        return OpenedCases.done(Goal.class, support.set(of.id(), OpenedCases.goal(text, GoalWeight.PART, today)));
    }

    /** An occasion with a note that has been kept once. */
    private Occasion occasion(Case of, String note) {
        var begun = OpenedCases.done(Occasion.class, occasions.begin(of.id(), Phase.BEFORE, today));
        assertThat(occasions.keep(begun.id(), Pen.first(begun.revision()), note(note)))
                .isInstanceOf(Outcome.Kept.class);
        return begun;
    }

    private static Answers note(String text) {
        return new Answers(Map.of(NOTE, new Answer.Text(text)));
    }

    private String read(Occasion occasion) {
        var answers =
                occasions.open(occasion.id(), Purpose.FOLLOW_UP).occasion().answers();
        return ((Answer.Text) answers.find(NOTE).orElseThrow()).value();
    }

    private SealedCount count() {
        return texts.count(FreeText.ring(unit.municipality()));
    }

    private ImportSummary imported(String id, String note) {
        return write(told(id, note(note)));
    }

    private ImportSummary write(ImportedCase told) {
        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, unit));
        var summary = imports.write(imports.require(Set.of(unit.id())), List.of(told), ImportProgress.UNWATCHED);
        SignedInAs.thread(caseworker);
        return summary;
    }

    private ImportedCase told(String id, Answers answers) {
        return new ImportedCase(
                unit.id(),
                OpenedCases.GENERAL,
                new LocalId(id),
                Sex.WOMAN,
                OptionalInt.of(1980),
                Identity.OPEN,
                WayIn.REPORT,
                today.minusDays(20),
                Optional.empty(),
                List.of(new ImportedCase.Visit(
                        Phase.BEFORE,
                        today.minusDays(10),
                        0,
                        new FormId(OpenedCases.GENERAL, PlaceCode.NATION, 1),
                        answers)),
                List.of(),
                Optional.of(new ImportedCase.Aim(
                        secret + " helhet", GasScale.FIVE_LEVELS, today.minusDays(10), List.of())));
    }

    private static void assertShut(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.DAMAGED));
    }

    private void change(String sql) throws SQLException {
        try (var connection = asOwner(unit);
                var statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('samsyn.units', (select string_agg(id::text, ',') from organisation_unit), false),"
                            + " set_config('samsyn.task', 'RECORD', false)");
            statement.execute(sql);
        }
    }

    private List<String> owner(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = asOwner(unit);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** The tables where a text stands, in whatever column. */
    private List<String> everythingContaining(String text) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : owner(
                "select table_name from information_schema.tables where table_schema = 'samsyn' and table_type = 'BASE TABLE'")) {
            if (!owner("select 1 from " + table + " t where t::text like '%" + text + "%' limit 1")
                    .isEmpty()) {
                found.add(table);
            }
        }
        return found;
    }

    private static Connection asOwner(Unit unit) throws SQLException {
        var connection = TestDatabase.asOwner();
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('samsyn.compile', 'SE', false), set_config('samsyn.units', '"
                    + unit.id() + "', false)");
        }
        return connection;
    }
}
