package se.samsyn.followup.retention;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.CaseMoments;

/** What has been said of cases for how long they are to be kept, under the row scope of their unit. */
@Repository
class KeepingStore {

    private final JdbcClient jdbc;

    KeepingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all cases in the scope. */
    Map<CaseId, Keeping> all() {
        var found = new HashMap<CaseId, Keeping>();
        jdbc.sql("select * from followup_keeping").withFetchSize(5000).query((ResultSet row) -> {
            found.put(new CaseId(row.getObject("case_id", UUID.class)), keeping(row));
        });
        return found;
    }

    Map<CaseId, Keeping> of(Collection<CaseId> ids) {
        var found = new HashMap<CaseId, Keeping>();
        jdbc.sql("select * from followup_keeping where case_id = any(:ids)")
                .param("ids", ids.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    found.put(new CaseId(row.getObject("case_id", UUID.class)), keeping(row));
                });
        return found;
    }

    void write(CaseMoments of, Keeping keeping) {
        var hold = keeping.hold();
        jdbc.sql("""
                insert into followup_keeping (case_id, unit_id, municipality, born, kept_for, ended, hold, hold_number, hold_by, hold_at)
                values (:case, :unit, :municipality, :born, :kept, :ended, :hold, :number, :by, :at)
                on conflict (case_id) do update set born = excluded.born, kept_for = excluded.kept_for, ended = excluded.ended,
                    hold = excluded.hold, hold_number = excluded.hold_number, hold_by = excluded.hold_by, hold_at = excluded.hold_at
                """)
                .param("case", of.id().value())
                .param("unit", of.unit().value())
                .param("municipality", of.municipality().value())
                .param(
                        "born",
                        keeping.born() == Born.UNSAID ? null : keeping.born().name(),
                        Types.VARCHAR)
                .param("kept", keeping.keptFor().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("ended", keeping.ended().orElse(null), Types.DATE)
                .param("hold", hold.map(each -> each.why().name()).orElse(null), Types.VARCHAR)
                .param("number", hold.map(Hold::number).orElse(null), Types.VARCHAR)
                .param("by", hold.map(Hold::by).orElse(null), Types.OTHER)
                .param("at", hold.map(each -> Timestamp.from(each.at())).orElse(null), Types.TIMESTAMP)
                .update();
    }

    private static Keeping keeping(ResultSet row) throws SQLException {
        var born = row.getString("born");
        return new Keeping(
                born == null ? Born.UNSAID : Born.valueOf(born),
                Optional.ofNullable(row.getString("kept_for")).map(KeptFor::valueOf),
                Optional.ofNullable(row.getDate("ended")).map(Date::toLocalDate),
                hold(row));
    }

    private static Optional<Hold> hold(ResultSet row) throws SQLException {
        var why = row.getString("hold");
        return why == null
                ? Optional.empty()
                : Optional.of(new Hold(
                        Hold.Why.valueOf(why),
                        Optional.ofNullable(row.getString("hold_number")).orElse(""),
                        row.getObject("hold_by", UUID.class),
                        row.getTimestamp("hold_at").toInstant()));
    }
}
