package se.samsyn.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;

/** Goals and their ratings in the database, where their words lie sealed. */
@Repository
class GoalStore {

    private final JdbcClient jdbc;
    private final FreeText texts;

    GoalStore(JdbcClient jdbc, FreeText texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    List<Goal> of(CaseId id) {
        var ratings = ratings(id);
        return jdbc.sql("select * from followup_goal where case_id = :case order by weight, set_on, id")
                .param("case", id.value())
                .query((row, number) -> goal(row, ratings))
                .list();
    }

    /** Adds a goal unless it is there already, or is a second overall goal. */
    boolean add(Case of, Goal added) {
        return jdbc.sql("""
                insert into followup_goal (id, case_id, unit_id, municipality, text, weight, scale, set_on)
                values (:id, :case, :unit, :municipality, :text, :weight, :scale, :set)
                on conflict do nothing
                """)
                        .param("id", added.id().value())
                        .param("case", of.id().value())
                        .param("unit", of.unit().value())
                        .param("municipality", of.municipality().value())
                        .param("text", texts.sealed(of.municipality(), added.id(), added.text()))
                        .param("weight", added.weight().name())
                        .param("scale", added.scale().name())
                        .param("set", added.set())
                        .update()
                == 1;
    }

    /** Rates a goal; a second rating the same day replaces the first. */
    void rate(Case of, GoalId goal, Goal.Rating rating) {
        jdbc.sql("""
                insert into followup_rating (goal_id, case_id, unit_id, municipality, date, step, level)
                values (:goal, :case, :unit, :municipality, :date, :step, :level)
                on conflict (goal_id, date) do update set step = excluded.step, level = excluded.level
                """)
                .param("goal", goal.value())
                .param("case", of.id().value())
                .param("unit", of.unit().value())
                .param("municipality", of.municipality().value())
                .param("date", rating.date())
                .param("step", rating.step().name())
                .param("level", rating.level().orElse(null))
                .update();
    }

    /** Removes a goal registered since then, with its ratings; whether none is left. */
    boolean remove(CaseId of, GoalId goal, Instant since) {
        return jdbc.sql("""
                with gone as (
                    delete from followup_goal where id = :id and case_id = :case and registered > :since returning id
                )
                select not exists (select from followup_goal where id = :id and case_id = :case) or exists (select from gone)
                """)
                .param("id", goal.value())
                .param("case", of.value())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    private Map<GoalId, List<Goal.Rating>> ratings(CaseId id) {
        record Rated(GoalId goal, Goal.Rating rating) {}
        return jdbc
                .sql("select * from followup_rating where case_id = :case")
                .param("case", id.value())
                .query((row, number) -> new Rated(new GoalId(row.getObject("goal_id", UUID.class)), rating(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Rated::goal, Collectors.mapping(Rated::rating, Collectors.toList())));
    }

    Goal goal(ResultSet row, Map<GoalId, List<Goal.Rating>> ratings) throws SQLException {
        var id = new GoalId(row.getObject("id", UUID.class));
        return new Goal(
                id,
                new CaseId(row.getObject("case_id", UUID.class)),
                texts.opened(new PlaceCode(row.getString("municipality")), id, row.getString("text")),
                GoalWeight.valueOf(row.getString("weight")),
                GasScale.valueOf(row.getString("scale")),
                row.getDate("set_on").toLocalDate(),
                ratings.getOrDefault(id, List.of()));
    }

    static Goal.Rating rating(ResultSet row) throws SQLException {
        return new Goal.Rating(
                row.getDate("date").toLocalDate(),
                GoalStep.valueOf(row.getString("step")),
                Optional.ofNullable(row.getObject("level", Integer.class)));
    }
}
