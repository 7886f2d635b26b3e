package se.samsyn.followup;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.instrument.AnswersJson;

/** Reads the cases of a set whole, with what was written opened, and writes many rows at once, with it sealed. */
@Repository
class ImportStore {

    private static final String OCCASION = """
            insert into followup_occasion (id, case_id, unit_id, municipality, phase, date, months, form, answers, state,
                revision, saved_at)
            values (:id, :case, :unit, :municipality, :phase, :date, :months, :form, :answers::jsonb, 'DONE', 1, :at)
            """;
    private static final String CHANGED_OCCASION = """
            update followup_occasion set date = :date, months = :months, form = :form, answers = :answers::jsonb,
                state = 'DONE', revision = revision + 1, saved_at = :at
            where id = :id
            """;
    private static final String SUPPORT = """
            insert into followup_intervention (id, case_id, unit_id, municipality, kind, started, stopped)
            values (:id, :case, :unit, :municipality, :kind, :started, :stopped)
            """;
    private static final String GOAL = """
            insert into followup_goal (id, case_id, unit_id, municipality, text, weight, scale, set_on)
            values (:id, :case, :unit, :municipality, :text, 'OVERALL', :scale, :set)
            """;
    private static final String RATING = """
            insert into followup_rating (goal_id, case_id, unit_id, municipality, date, step, level)
            values (:id, :case, :unit, :municipality, :date, :step, :level)
            on conflict (goal_id, date) do update set step = excluded.step, level = excluded.level
            """;
    private static final String CHANGED_SUPPORT =
            "update followup_intervention set stopped = :stopped, after_closing = null where id = :id";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final OccasionStore held;
    private final GoalStore goals;
    private final FreeText texts;

    ImportStore(JdbcClient jdbc, NamedParameterJdbcTemplate many, OccasionStore held, GoalStore goals, FreeText texts) {
        this.jdbc = jdbc;
        this.many = many;
        this.held = held;
        this.goals = goals;
        this.texts = texts;
    }

    /** The cases of a set by local id, with occasions, support and overall goals; locked until the import has ended. */
    Map<LocalId, CaseFile> read(CaseSet set) {
        var occasions = children(set, "followup_occasion", held::occasion).stream()
                .collect(Collectors.groupingBy(Occasion::caseId));
        var support = children(set, "followup_intervention", SupportStore::intervention).stream()
                .collect(Collectors.groupingBy(Intervention::caseId));
        var overall = overall(set).stream().collect(Collectors.groupingBy(Goal::caseId));
        return jdbc
                .sql("select * from followup_case where unit_id = :unit and instrument = :instrument for update")
                .param("unit", set.unit().value())
                .param("instrument", set.instrument().value())
                .query(CaseStore::caseOf)
                .list()
                .stream()
                .map(of -> new CaseFile(
                        of,
                        occasions.getOrDefault(of.id(), List.of()),
                        support.getOrDefault(of.id(), List.of()),
                        overall.getOrDefault(of.id(), List.of())))
                .collect(Collectors.toMap(file -> file.of().localId(), Function.identity()));
    }

    /** When the closed cases of a set were closed, by local id. */
    Map<LocalId, LocalDate> closings(CaseSet set) {
        return jdbc
                .sql("""
                        select * from followup_case where unit_id = :unit and instrument = :instrument and closed is not null
                        """)
                .param("unit", set.unit().value())
                .param("instrument", set.instrument().value())
                .query(CaseStore::caseOf)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Case::localId, of -> of.closure().orElseThrow().date()));
    }

    void write(Differences.Rows rows) {
        batch(CaseStore.ADD, rows.newCases(), CaseStore::params);
        batch(CaseStore.CHANGE, rows.changedCases(), CaseStore::params);
        batch(OCCASION, rows.newOccasions(), this::occasion);
        batch(CHANGED_OCCASION, rows.changedOccasions(), this::occasion);
        batch(SUPPORT, rows.newSupport(), ImportStore::support);
        batch(CHANGED_SUPPORT, rows.changedSupport(), ImportStore::support);
        batch(GOAL, rows.newGoals(), this::goal);
        batch(RATING, rows.ratings(), ImportStore::rating);
    }

    /** Also those that nobody has rated. */
    private List<Goal> overall(CaseSet set) {
        record Rated(GoalId goal, Goal.Rating rating) {}
        var ratings = children(
                        set,
                        "followup_rating",
                        (row, _) -> new Rated(new GoalId(row.getObject("goal_id", UUID.class)), GoalStore.rating(row)))
                .stream()
                .collect(Collectors.groupingBy(Rated::goal, Collectors.mapping(Rated::rating, Collectors.toList())));
        return children(set, "followup_goal", (row, _) -> goals.goal(row, ratings)).stream()
                .filter(goal -> goal.weight() == GoalWeight.OVERALL)
                .toList();
    }

    private <T> List<T> children(CaseSet set, String table, RowMapper<T> mapper) {
        return jdbc.sql("select c.* from " + table + """
                 c join followup_case k on k.id = c.case_id where k.unit_id = :unit and k.instrument = :instrument for update of c
                """)
                .param("unit", set.unit().value())
                .param("instrument", set.instrument().value())
                .query(mapper)
                .list();
    }

    private <T> void batch(String sql, List<T> rows, Function<T, MapSqlParameterSource> params) {
        if (!rows.isEmpty()) {
            many.batchUpdate(sql, rows.stream().map(params).toArray(SqlParameterSource[]::new));
        }
    }

    private MapSqlParameterSource occasion(Differences.Placed<Occasion> placed) {
        var occasion = placed.row();
        var answers = texts.sealed(placed.of().municipality(), occasion.id(), occasion.answers());
        return placed(placed.of(), occasion.id().value())
                .addValue("phase", occasion.phase().name())
                .addValue("date", occasion.date())
                .addValue("months", occasion.months())
                .addValue("form", occasion.form().toString())
                .addValue("answers", AnswersJson.write(answers))
                .addValue("at", Timestamp.from(occasion.savedAt()));
    }

    private static MapSqlParameterSource support(Differences.Placed<Intervention> placed) {
        var row = placed.row();
        return placed(placed.of(), row.id().value())
                .addValue("kind", row.kind().name())
                .addValue("started", row.started())
                .addValue("stopped", row.stopped().orElse(null), Types.DATE);
    }

    private MapSqlParameterSource goal(Differences.Placed<Goal> placed) {
        var row = placed.row();
        return placed(placed.of(), row.id().value())
                .addValue("text", texts.sealed(placed.of().municipality(), row.id(), row.text()))
                .addValue("scale", row.scale().name())
                .addValue("set", row.set());
    }

    private static MapSqlParameterSource rating(Differences.Placed<Differences.Rated> placed) {
        var rating = placed.row().rating();
        return placed(placed.of(), placed.row().goal().value())
                .addValue("date", rating.date())
                .addValue("step", rating.step().name())
                .addValue("level", rating.level().orElse(null), Types.SMALLINT);
    }

    private static MapSqlParameterSource placed(Case of, UUID id) {
        return new MapSqlParameterSource("id", id)
                .addValue("case", of.id().value())
                .addValue("unit", of.unit().value())
                .addValue("municipality", of.municipality().value());
    }
}
