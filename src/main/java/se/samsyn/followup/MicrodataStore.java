package se.samsyn.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.table.source.Selection;

/** Reads whole data sets in four statements, whatever the number of cases. */
@Repository
class MicrodataStore {

    private static final String DONE_OCCASIONS = """
            select o.* from followup_occasion o join followup_case k on k.id = o.case_id
            where o.state = 'DONE' and k.instrument = :instrument and (cast(:unit as uuid) is null or k.unit_id = :unit)
            """;
    private static final String SUPPORT = """
            select i.* from followup_intervention i join followup_case k on k.id = i.case_id
            where k.instrument = :instrument and (cast(:unit as uuid) is null or k.unit_id = :unit)
            """;
    private static final String OVERALL = """
            select distinct on (g.id) g.id, g.case_id, g.scale, g.set_on, r.date, r.step
            from followup_goal g join followup_rating r on r.goal_id = g.id join followup_case k on k.id = g.case_id
            where g.weight = 'OVERALL' and k.instrument = :instrument
                and (cast(:unit as uuid) is null or k.unit_id = :unit)
            order by g.id, r.date desc
            """;

    /** A nation's occasions never lie in memory as rows and as answers at once. */
    private static final int ROWS_AT_A_TIME = 5000;

    private final JdbcClient jdbc;

    MicrodataStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void read(InstrumentKey set, Selection selection, Consumer<CaseFile> reader) {
        var occasions = byCase(DONE_OCCASIONS, set, selection, OccasionStore::counted, Occasion::caseId);
        var support = byCase(SUPPORT, set, selection, SupportStore::intervention, Intervention::caseId);
        var goals = byCase(OVERALL, set, selection, MicrodataStore::goal, Goal::caseId);
        asked("""
                select * from followup_case k
                where k.instrument = :instrument and (cast(:unit as uuid) is null or k.unit_id = :unit)
                """, set, selection).query((ResultSet row) -> {
            var of = CaseStore.caseOf(row, 0);
            reader.accept(new CaseFile(
                    of,
                    occasions.getOrDefault(of.id(), List.of()),
                    support.getOrDefault(of.id(), List.of()),
                    goals.getOrDefault(of.id(), List.of())));
        });
    }

    private <T> Map<CaseId, List<T>> byCase(
            String sql, InstrumentKey set, Selection selection, RowMapper<T> mapper, Function<T, CaseId> of) {
        var found = new HashMap<CaseId, List<T>>();
        asked(sql, set, selection).query((ResultSet row) -> {
            var child = mapper.mapRow(row, 0);
            if (child != null) {
                found.computeIfAbsent(of.apply(child), _ -> new ArrayList<>(4)).add(child);
            }
        });
        return found;
    }

    private JdbcClient.StatementSpec asked(String sql, InstrumentKey set, Selection selection) {
        var unit = switch (selection) {
            case Selection.Compilable _ -> null;
            case Selection.OfUnit of -> of.unit().value();
        };
        return jdbc.sql(sql)
                .param("instrument", set.value())
                .param("unit", unit, java.sql.Types.OTHER)
                .withFetchSize(ROWS_AT_A_TIME);
    }

    /** An overall goal with its latest rating and without its text. */
    static Goal goal(ResultSet row, int number) throws SQLException {
        var rating = new Goal.Rating(
                row.getDate("date").toLocalDate(), GoalStep.valueOf(row.getString("step")), Optional.empty());
        return new Goal(
                new GoalId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                "",
                GoalWeight.OVERALL,
                GasScale.valueOf(row.getString("scale")),
                row.getDate("set_on").toLocalDate(),
                List.of(rating));
    }
}
