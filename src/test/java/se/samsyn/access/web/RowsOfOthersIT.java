package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsyn.database.RowScope;
import se.samsyn.database.RowScope.Task;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/**
 * Asks the database itself, as the application's role, for rows of another unit, municipality or nobody: whatever a page or a
 * query forgets, the row does not come.
 */
@SpringBootTest(properties = {"samsyn.data=target/addresses", "samsyn.results.age=PT0S"})
@AutoConfigureMockMvc
@Import({AddressExamples.class, AddressExamples.Doors.class})
class RowsOfOthersIT {

    /** How the rows of a table are guarded. */
    private enum Guard {
        /** Seen and written with the scope of the unit alone, read with that of the place. */
        UNIT,
        /** Read by those who review the place, written by anybody, changed by nobody. */
        LOG,
        /** Not about clients: written by the application, and changed by nobody. */
        KEPT,
        /** Not about clients: open to the whole application, which asks the rules of access itself. */
        OPEN
    }

    private static final Map<String, Guard> TABLES = Map.ofEntries(
            Map.entry("followup_case", Guard.UNIT),
            Map.entry("followup_occasion", Guard.UNIT),
            Map.entry("followup_intervention", Guard.UNIT),
            Map.entry("followup_goal", Guard.UNIT),
            Map.entry("followup_rating", Guard.UNIT),
            Map.entry("followup_keeping", Guard.UNIT),
            Map.entry("followup_erasure", Guard.UNIT),
            Map.entry("followup_handout", Guard.UNIT),
            Map.entry("followup_rule", Guard.OPEN),
            Map.entry("database_example", Guard.UNIT),
            Map.entry("access_log", Guard.LOG),
            Map.entry("access_check", Guard.LOG),
            Map.entry("access_check_rule", Guard.LOG),
            Map.entry("access_check_line", Guard.LOG),
            Map.entry("access_check_mark", Guard.LOG),
            Map.entry("access_check_signature", Guard.LOG),
            Map.entry("access_seal", Guard.KEPT),
            Map.entry("access_unsealed", Guard.OPEN),
            Map.entry("access_account", Guard.OPEN),
            Map.entry("keys_ring", Guard.OPEN),
            Map.entry("access_identity", Guard.OPEN),
            Map.entry("access_factor", Guard.OPEN),
            Map.entry("access_recovery_code", Guard.OPEN),
            Map.entry("organisation_organisation", Guard.OPEN),
            Map.entry("organisation_unit", Guard.OPEN),
            Map.entry("followup_unsealed", Guard.OPEN),
            Map.entry("keys_secret", Guard.OPEN),
            Map.entry("instrument_version", Guard.OPEN),
            Map.entry("exchange_mapping", Guard.OPEN),
            Map.entry("exchange_job", Guard.OPEN),
            Map.entry("register_register", Guard.OPEN),
            Map.entry("indicator_boundary", Guard.OPEN),
            Map.entry("indicator_source", Guard.OPEN),
            Map.entry("indicator_indicator", Guard.OPEN),
            Map.entry("indicator_group", Guard.OPEN),
            Map.entry("indicator_break", Guard.OPEN),
            Map.entry("indicator_import", Guard.OPEN),
            Map.entry("indicator_value", Guard.OPEN),
            Map.entry("indicator_incoming", Guard.OPEN),
            Map.entry("indicator_revision", Guard.OPEN),
            Map.entry("indicator_definition", Guard.OPEN),
            Map.entry("indicator_use", Guard.OPEN),
            Map.entry("indicator_target", Guard.OPEN),
            Map.entry("table_asked", Guard.OPEN),
            Map.entry("table_saved", Guard.OPEN),
            Map.entry("table_frozen", Guard.OPEN),
            Map.entry("table_release", Guard.OPEN));

    private static final PlaceCode ELSEWHERE = new PlaceCode("2480");

    @Autowired
    private JdbcClient sql;

    @Autowired
    private AddressExamples examples;

    private UnitId unit = new UnitId(new UUID(0, 0));
    private PlaceCode place = ELSEWHERE;

    @BeforeEach
    void oneRowOfEverything() {
        examples.begin();
        unit = UnitId.of(examples.word("unit"));
        place = new PlaceCode(examples.word("place"));
        RowScope.working(Set.of(unit), "test", () -> sql.sql("""
                        insert into followup_rating (goal_id, case_id, unit_id, municipality, date, step)
                        select id, case_id, unit_id, municipality, set_on, 'NOT_REACHED' from followup_goal""").update());
        RowScope.working(
                Set.of(unit),
                "test",
                () -> sql.sql(
                                "insert into database_example (unit_id, municipality, answer) values (:unit, :place, 'x')")
                        .param("unit", unit.value())
                        .param("place", place.value())
                        .update());
    }

    @AfterEach
    void noRowsForOtherTests() {
        RowScope.working(
                Set.of(unit),
                "test",
                () -> sql.sql("delete from database_example").update());
    }

    @Test
    void everyTableStandsHere() {
        var there = sql.sql("""
                        select table_name from information_schema.tables
                         where table_schema = 'samsyn' and table_type = 'BASE TABLE'
                           and table_name not like 'flyway\\_schema\\_history%'""").query(String.class).set();

        assertThat(new TreeSet<>(there)).isEqualTo(new TreeSet<>(TABLES.keySet()));
    }

    @Test
    void everyGuardedTableIsUnderRowSecurityEvenForItsOwner() {
        var forced = sql.sql("""
                        select relname from pg_class where relnamespace = 'samsyn'::regnamespace
                           and relrowsecurity and relforcerowsecurity""").query(String.class).set();

        assertThat(forced).containsExactlyInAnyOrderElementsOf(guarded());
    }

    @Test
    void tellsNothingToOthers() {
        for (var table : of(Guard.UNIT)) {
            assertThat(RowScope.working(Set.of(unit), "own", () -> count(table)))
                    .as(table)
                    .isPositive();
            assertThat(RowScope.compiling(place, () -> count(table))).as(table).isPositive();
            others().forEach((who, scope) -> assertThat(scope.call(() -> count(table)))
                    .as("%s as %s", table, who)
                    .isZero());
        }
    }

    @Test
    void letsOthersNeitherChangeNorRemoveNorAdd() {
        for (var table : of(Guard.UNIT)) {
            var row = row(table);
            var columns = columns(table);
            others().forEach((who, scope) -> {
                assertThat(scope.call(() -> changed("update " + table + " set municipality = municipality")))
                        .as("%s as %s", table, who)
                        .isZero();
                assertThat(scope.call(() -> changed("delete from " + table)))
                        .as("%s as %s", table, who)
                        .isZero();
                assertThat(scope.call(() -> refusal(
                                "insert into %s (%s) select %s from json_populate_record(null::%s, cast(:row as json))"
                                        .formatted(table, columns, columns, table),
                                row)))
                        .as("%s as %s", table, who)
                        .isEqualTo("42501");
            });
            assertThat(RowScope.working(Set.of(unit), "own", () -> count(table)))
                    .as(table)
                    .isPositive();
        }
    }

    @Test
    void compilingAPlaceWritesNothingThere() {
        for (var table : of(Guard.UNIT)) {
            assertThat(RowScope.compiling(place, () -> changed("delete from " + table)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void theLogIsReadByThoseWhoReviewThePlaceAndChangedByNobody() {
        var mine = "select count(*) from access_log where place = '" + place + "'";
        assertThat(RowScope.compiling(place, () -> number(mine))).isPositive();
        assertThat(RowScope.compiling(ELSEWHERE, () -> number(mine))).isZero();
        assertThat(number("select count(*) from access_log")).isZero();
        assertThat(RowScope.working(Set.of(unit), "caseworker", () -> number("select count(*) from access_log")))
                .isZero();
        for (var change :
                List.of("update access_log set event = 'x'", "delete from access_log", "truncate access_log")) {
            assertThat(RowScope.compiling(PlaceCode.NATION, () -> refusal(change, "")))
                    .isNotEmpty();
        }
    }

    @Test
    void letsNobodyChangeWhatIsKeptOfTheLog() {
        var kept = new ArrayList<>(of(Guard.KEPT));
        kept.addAll(of(Guard.LOG));
        for (var table : kept) {
            for (var change :
                    List.of("update " + table + " set place = place", "delete from " + table, "truncate " + table)) {
                assertThat(RowScope.compiling(
                                PlaceCode.NATION,
                                () -> refusal(
                                        change.replace("access_seal set place = place", "access_seal set line = line"),
                                        "")))
                        .as(change)
                        .isEqualTo("42501");
            }
        }
    }

    /** Everybody who has no business with the unit's rows. */
    private Map<String, RowScope> others() {
        var scopes = new HashMap<String, RowScope>();
        scopes.put("nobody", RowScope.NOTHING);
        scopes.put(
                "auditor",
                new RowScope(
                        Set.of(), Task.READ, Optional.empty(), UUID.randomUUID().toString()));
        for (var task : Task.values()) {
            scopes.put(
                    "another unit, to " + task,
                    new RowScope(
                            Set.of(new UnitId(UUID.randomUUID())),
                            task,
                            Optional.empty(),
                            UUID.randomUUID().toString()));
        }
        scopes.put("another municipality", new RowScope(Set.of(), Task.READ, Optional.of(new PlaceCode("1480")), ""));
        scopes.put("another region", new RowScope(Set.of(), Task.READ, Optional.of(new PlaceCode("14")), ""));
        return scopes;
    }

    private static List<String> of(Guard guard) {
        return TABLES.entrySet().stream()
                .filter(entry -> entry.getValue() == guard)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static List<String> guarded() {
        var all = new ArrayList<>(of(Guard.UNIT));
        all.addAll(of(Guard.LOG));
        return all;
    }

    private long count(String table) {
        return number("select count(*) from " + table);
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private int changed(String statement) {
        return sql.sql(statement).update();
    }

    /** The state the database refuses a statement with; empty where it does not. */
    private String refusal(String statement, String row) {
        try {
            sql.sql(statement).param("row", row).update();
            return "";
        } catch (DataAccessException refused) {
            return refused.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "?";
        }
    }

    /** The columns that are written, not made by the database. */
    private String columns(String table) {
        return sql.sql("""
                        select string_agg(column_name, ', ') from information_schema.columns
                         where table_schema = 'samsyn' and table_name = :table
                           and is_identity = 'NO' and is_generated = 'NEVER'""").param("table", table).query(String.class).single();
    }

    /** A row of the unit's, as JSON. */
    private String row(String table) {
        return RowScope.working(
                Set.of(unit),
                "own",
                () -> sql.sql("select to_json(t)::text from " + table + " t limit 1")
                        .query(String.class)
                        .single());
    }
}
