package se.samsyn.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.followup.ImportSummary;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;

@Repository
class JobStore {

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a job unless there is one of the same file that runs or has ended for good; tells whether it did. */
    boolean begin(UUID id, ActorId actor, Upload upload, int total, Instant now) {
        return jdbc.sql("""
                insert into exchange_job (id, actor, upload, unit, instrument, state, total, done, started)
                values (:id, :actor, :upload, :unit, :instrument, 'RUNNING', :total, 0, :started)
                on conflict (upload) where state not in ('REFUSED', 'INTERRUPTED') do nothing
                """)
                        .param("id", id)
                        .param("actor", actor.value())
                        .param("upload", upload.id().value())
                        .param("unit", upload.unit().value())
                        .param("instrument", upload.instrument().value())
                        .param("total", total)
                        .param("started", Timestamp.from(now))
                        .update()
                == 1;
    }

    void progress(UUID id, int done) {
        jdbc.sql("update exchange_job set done = :done where id = :id")
                .param("done", done)
                .param("id", id)
                .update();
    }

    void end(UUID id, ImportJob.Outcome outcome, Instant now) {
        jdbc.sql("""
                update exchange_job set state = :state, added = :added, changed = :changed, unchanged = :unchanged,
                    occasions = :occasions, warnings = :warnings, fault = :fault, ended = :ended
                where id = :id
                """)
                .param("state", outcome.state().name())
                .param("added", outcome.cases().added())
                .param("changed", outcome.cases().changed())
                .param("unchanged", outcome.cases().unchanged())
                .param("occasions", outcome.occasions())
                .param("warnings", outcome.warnings())
                .param("fault", outcome.fault().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("ended", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Ends the jobs that nothing works on any more. */
    void interruptAllBut(Collection<UUID> running, Instant now) {
        jdbc.sql("""
                update exchange_job set state = 'INTERRUPTED', ended = :ended
                where state = 'RUNNING' and not id = any(:running)
                """)
                .param("ended", Timestamp.from(now))
                .param("running", running.toArray(UUID[]::new))
                .update();
    }

    Optional<ImportJob> find(UUID id, ActorId actor) {
        return jdbc.sql("select * from exchange_job where id = :id and actor = :actor")
                .param("id", id)
                .param("actor", actor.value())
                .query(JobStore::job)
                .optional();
    }

    /** The latest job of a file. */
    Optional<ImportJob> latest(UploadId upload, ActorId actor) {
        return jdbc.sql("""
                select * from exchange_job where upload = :upload and actor = :actor order by started desc limit 1
                """)
                .param("upload", upload.value())
                .param("actor", actor.value())
                .query(JobStore::job)
                .optional();
    }

    List<ImportJob> latest(ActorId actor) {
        return jdbc.sql("select * from exchange_job where actor = :actor order by started desc limit 5")
                .param("actor", actor.value())
                .query(JobStore::job)
                .list();
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                new UploadId(row.getObject("upload", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                new InstrumentKey(row.getString("instrument")),
                row.getInt("total"),
                row.getInt("done"),
                outcome(row),
                row.getTimestamp("started").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant));
    }

    private static ImportJob.Outcome outcome(ResultSet row) throws SQLException {
        return new ImportJob.Outcome(
                ImportJob.State.valueOf(row.getString("state")),
                new ImportSummary(row.getInt("added"), row.getInt("changed"), row.getInt("unchanged")),
                row.getInt("occasions"),
                row.getLong("warnings"),
                Optional.ofNullable(row.getString("fault")).map(ImportJob.Fault::valueOf));
    }
}
