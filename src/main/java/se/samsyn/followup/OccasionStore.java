package se.samsyn.followup;

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
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.AnswersJson;
import se.samsyn.instrument.FormId;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.PlaceCode;

/** Occasions with their answers in the database, where what was written lies sealed. */
@Repository
class OccasionStore {

    private final JdbcClient jdbc;
    private final FreeText texts;

    OccasionStore(JdbcClient jdbc, FreeText texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    List<Occasion> of(CaseId id) {
        return jdbc.sql("select * from followup_occasion where case_id = :case order by date, months, phase")
                .param("case", id.value())
                .query(this::occasion)
                .list();
    }

    Optional<Occasion> find(OccasionId id) {
        return jdbc.sql("select * from followup_occasion where id = :id")
                .param("id", id.value())
                .query(this::occasion)
                .optional();
    }

    Optional<Occasion> find(CaseId id, Phase phase, LocalDate date) {
        return jdbc.sql("select * from followup_occasion where case_id = :case and phase = :phase and date = :date")
                .param("case", id.value())
                .param("phase", phase.name())
                .param("date", date)
                .query(this::occasion)
                .optional();
    }

    /** Adds an occasion unless the case already has one of that phase and day. */
    void add(Case of, Occasion added) {
        jdbc.sql("""
                insert into followup_occasion (id, case_id, unit_id, municipality, phase, date, months, form, answers, state,
                    revision, saved_at, completed)
                values (:id, :case, :unit, :municipality, :phase, :date, :months, :form, :answers::jsonb, :state, 1, :at,
                    case when :state = 'DONE' then cast(:at as timestamptz) end)
                on conflict (case_id, phase, date) do nothing
                """)
                .param("id", added.id().value())
                .param("case", of.id().value())
                .param("unit", of.unit().value())
                .param("municipality", of.municipality().value())
                .param("phase", added.phase().name())
                .param("date", added.date())
                .param("months", added.months())
                .param("form", added.form().toString())
                .param("answers", AnswersJson.write(texts.sealed(of.municipality(), added.id(), added.answers())))
                .param("state", added.state().name())
                .param("at", Timestamp.from(added.savedAt()))
                .update();
    }

    /** Writes answers and state, and says what was written, unless another page saved since this one's revision. */
    Optional<Written> save(Case of, Occasion saved, Pen pen) {
        return jdbc.sql("""
                update followup_occasion o set answers = :answers::jsonb, state = :state, revision = o.revision + 1,
                    saved_at = :at, writer = :page, turn = :turn,
                    completed = coalesce(o.completed,
                        case when before.state = 'DONE' then before.saved_at when :state = 'DONE' then cast(:at as timestamptz) end)
                from followup_occasion before
                where before.id = o.id and o.id = :id
                  and (o.revision = :revision or o.writer = :page and o.turn < :turn)
                returning o.revision, before.writer is distinct from :page
                    or date_bin('10 minutes', before.saved_at, 'epoch') <> date_bin('10 minutes', cast(:at as timestamptz), 'epoch') as first
                """)
                .param("answers", AnswersJson.write(texts.sealed(of.municipality(), saved.id(), saved.answers())))
                .param("state", saved.state().name())
                .param("at", Timestamp.from(saved.savedAt()))
                .param("id", saved.id().value())
                .param("revision", pen.revision())
                .param("page", pen.page())
                .param("turn", pen.turn())
                .query((row, _) -> new Written(row.getInt("revision"), row.getBoolean("first")))
                .optional();
    }

    /**
     * What was written.
     *
     * @param first whether the page had not written before within the same ten minutes of the clock
     */
    record Written(int revision, boolean first) {}

    /** Removes a draft that has not been complete, or not before then; whether none is left. */
    boolean remove(OccasionId id, Instant since) {
        return jdbc.sql("""
                with gone as (
                    delete from followup_occasion
                    where id = :id and state = 'DRAFT' and (completed is null or completed > :since) returning id
                )
                select not exists (select from followup_occasion where id = :id) or exists (select from gone)
                """)
                .param("id", id.value())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    Occasion occasion(ResultSet row, int number) throws SQLException {
        var stored = AnswersJson.read(row.getString("answers"));
        var id = new OccasionId(row.getObject("id", UUID.class));
        return occasion(row, texts.opened(new PlaceCode(row.getString("municipality")), id, stored));
    }

    /** An occasion to be counted: what was written stays sealed in it. */
    static Occasion counted(ResultSet row, int number) throws SQLException {
        return occasion(row, AnswersJson.read(row.getString("answers")));
    }

    private static Occasion occasion(ResultSet row, Answers answers) throws SQLException {
        return new Occasion(
                new OccasionId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                Phase.valueOf(row.getString("phase")),
                row.getDate("date").toLocalDate(),
                row.getInt("months"),
                FormId.of(row.getString("form")),
                answers,
                Occasion.State.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getTimestamp("saved_at").toInstant());
    }
}
