package se.samsyn.followup;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Interventions in the database. */
@Repository
class SupportStore {

    private final JdbcClient jdbc;

    SupportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Intervention> of(CaseId id) {
        return jdbc.sql("select * from followup_intervention where case_id = :case order by started, kind")
                .param("case", id.value())
                .query(SupportStore::intervention)
                .list();
    }

    /** Adds support unless the same kind already started that day. */
    boolean add(Case of, Intervention added) {
        return jdbc.sql("""
                insert into followup_intervention (id, case_id, unit_id, municipality, kind, started, stopped)
                values (:id, :case, :unit, :municipality, :kind, :started, :stopped)
                on conflict (case_id, kind, started) do nothing
                """)
                        .param("id", added.id().value())
                        .param("case", of.id().value())
                        .param("unit", of.unit().value())
                        .param("municipality", of.municipality().value())
                        .param("kind", added.kind().name())
                        .param("started", added.started())
                        .param("stopped", added.stopped().orElse(null))
                        .update()
                == 1;
    }

    void stop(Intervention of, LocalDate day) {
        jdbc.sql(
                        "update followup_intervention set stopped = :day, after_closing = null where id = :id and case_id = :case")
                .param("day", day)
                .param("id", of.id().value())
                .param("case", of.caseId().value())
                .update();
    }

    /** Writes why support goes on though its case is closed. */
    void goesOn(Intervention of, AfterClosing why) {
        jdbc.sql("update followup_intervention set after_closing = :why where id = :id and case_id = :case")
                .param("why", why.name())
                .param("id", of.id().value())
                .param("case", of.caseId().value())
                .update();
    }

    /** Takes away what was said about support when the case was closed. */
    void forgetClosing(CaseId of) {
        jdbc.sql(
                        "update followup_intervention set after_closing = null where case_id = :case and after_closing is not null")
                .param("case", of.value())
                .update();
    }

    /** Removes support registered since then; whether none is left. */
    boolean remove(CaseId of, InterventionId id, Instant since) {
        return jdbc.sql("""
                with gone as (
                    delete from followup_intervention where id = :id and case_id = :case and registered > :since returning id
                )
                select not exists (select from followup_intervention where id = :id and case_id = :case)
                    or exists (select from gone)
                """)
                .param("id", id.value())
                .param("case", of.value())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    static Intervention intervention(ResultSet row, int number) throws SQLException {
        return new Intervention(
                new InterventionId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                InterventionKind.valueOf(row.getString("kind")),
                row.getDate("started").toLocalDate(),
                Optional.ofNullable(row.getDate("stopped")).map(Date::toLocalDate),
                Optional.ofNullable(row.getString("after_closing")).map(AfterClosing::valueOf));
    }
}
