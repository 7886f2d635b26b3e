package se.samsyn.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.followup.ImportSummary;

@Repository
class JobStore {

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID id, ActorId actor, int total, Instant now) {
        jdbc.sql("""
                insert into exchange_job (id, actor, state, total, done, started)
                values (:id, :actor, 'RUNNING', :total, 0, :started)
                """)
                .param("id", id)
                .param("actor", actor.value())
                .param("total", total)
                .param("started", Timestamp.from(now))
                .update();
    }

    void progress(UUID id, int done) {
        jdbc.sql("update exchange_job set done = :done where id = :id")
                .param("done", done)
                .param("id", id)
                .update();
    }

    void end(UUID id, ImportJob.State state, ImportSummary summary, Instant now) {
        jdbc.sql("""
                update exchange_job set state = :state, added = :added, changed = :changed, unchanged = :unchanged,
                    ended = :ended
                where id = :id
                """)
                .param("state", state.name())
                .param("added", summary.added())
                .param("changed", summary.changed())
                .param("unchanged", summary.unchanged())
                .param("ended", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    int interruptAll(Instant now) {
        return jdbc.sql("update exchange_job set state = 'INTERRUPTED', ended = :ended where state = 'RUNNING'")
                .param("ended", Timestamp.from(now))
                .update();
    }

    Optional<ImportJob> find(UUID id, ActorId actor) {
        return jdbc.sql("select * from exchange_job where id = :id and actor = :actor")
                .param("id", id)
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
                ImportJob.State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getTimestamp("started").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant));
    }
}
