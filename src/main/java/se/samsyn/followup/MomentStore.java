package se.samsyn.followup;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** Reads the moments of many cases in one statement, and erases cases. */
@Repository
class MomentStore {

    private static final String MOMENTS = """
            select k.id, k.unit_id, k.municipality, k.instrument, k.local_id, k.identity, k.opened, k.closed,
                   greatest(k.opened, k.closed, o.last, i.last, g.last, r.last) as last_note,
                   case when k.closed is null or coalesce(i.goes_on, false) then null else greatest(k.closed, i.stopped) end as ended
              from followup_case k
              left join (select case_id, max(greatest(date, case when writer is not null
                            then cast(saved_at at time zone 'Europe/Stockholm' as date) end)) as last
                           from followup_occasion group by case_id) o on o.case_id = k.id
              left join (select case_id, max(greatest(started, stopped)) as last, max(stopped) as stopped,
                                bool_or(stopped is null and after_closing is not null) as goes_on
                           from followup_intervention group by case_id) i on i.case_id = k.id
              left join (select case_id, max(set_on) as last from followup_goal group by case_id) g on g.case_id = k.id
              left join (select case_id, max(date) as last from followup_rating group by case_id) r on r.case_id = k.id
            """;

    private final JdbcClient jdbc;

    MomentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void all(Consumer<CaseMoments> reader) {
        jdbc.sql(MOMENTS).withFetchSize(5000).query((ResultSet row) -> reader.accept(moments(row, 0)));
    }

    List<CaseMoments> of(UnitId unit) {
        return jdbc.sql(MOMENTS + " where k.unit_id = :unit order by last_note, k.id")
                .param("unit", unit.value())
                .query(MomentStore::moments)
                .list();
    }

    List<CaseMoments> of(Collection<CaseId> ids) {
        return jdbc.sql(MOMENTS + " where k.id = any(:ids) order by last_note, k.id")
                .param("ids", values(ids))
                .query(MomentStore::moments)
                .list();
    }

    /** Keeps everybody else from changing these cases until the transaction is over. */
    void hold(Collection<CaseId> ids) {
        jdbc.sql("select id from followup_case where id = any(:ids) order by id for update")
                .param("ids", values(ids))
                .query((_, _) -> 0)
                .list();
    }

    int erase(Collection<CaseId> ids) {
        return jdbc.sql("delete from followup_case where id = any(:ids)")
                .param("ids", values(ids))
                .update();
    }

    private static UUID[] values(Collection<CaseId> ids) {
        return ids.stream().map(CaseId::value).toArray(UUID[]::new);
    }

    private static CaseMoments moments(ResultSet row, int number) throws SQLException {
        var identity = Identity.valueOf(row.getString("identity"));
        var localId = new LocalId(row.getString("local_id"));
        return new CaseMoments(
                new CaseId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new PlaceCode(row.getString("municipality")),
                new InstrumentKey(row.getString("instrument")),
                identity == Identity.PROTECTED ? Optional.empty() : Optional.of(localId),
                identity,
                row.getDate("opened").toLocalDate(),
                Optional.ofNullable(row.getDate("closed")).map(Date::toLocalDate),
                row.getDate("last_note").toLocalDate(),
                Optional.ofNullable(row.getDate("ended")).map(Date::toLocalDate));
    }
}
