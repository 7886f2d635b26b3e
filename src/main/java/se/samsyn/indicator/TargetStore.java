package se.samsyn.indicator;

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
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** What is wanted of indicators. */
@Repository
class TargetStore {

    private final JdbcClient jdbc;

    TargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Target> of(PlaceCode place) {
        return jdbc.sql("""
                select t.*, i.key from indicator_target t join indicator_indicator i on i.id = t.indicator
                where t.place = :place order by i.title, t.year desc, t.sex
                """)
                .param("place", place.value())
                .query((row, number) -> target(row))
                .list();
    }

    Optional<Target> find(UUID id) {
        return jdbc.sql("""
                select t.*, i.key from indicator_target t join indicator_indicator i on i.id = t.indicator where t.id = :id
                """).param("id", id).query((row, number) -> target(row)).optional();
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getObject("id", UUID.class),
                new IndicatorKey(row.getString("key")),
                new PlaceCode(row.getString("place")),
                Optional.ofNullable(row.getObject("unit", UUID.class)).map(UnitId::new),
                row.getInt("year"),
                SexPart.of(row.getString("sex")).orElseThrow(),
                row.getDouble("value"),
                row.getBoolean("at_least") ? Target.Bound.AT_LEAST : Target.Bound.AT_MOST,
                row.getString("note"));
    }

    void put(Target target, Instant now, Optional<ActorId> by) {
        jdbc.sql("""
                insert into indicator_target (id, indicator, place, unit, year, sex, value, at_least, note, set_at, set_by)
                select :id, i.id, :place, :unit, :year, :sex, :value, :atLeast, :note, :now, :by from indicator_indicator i where i.key = :key
                on conflict (indicator, place, coalesce(unit::text, ''), year, sex)
                do update set value = excluded.value, at_least = excluded.at_least, note = excluded.note,
                    set_at = excluded.set_at, set_by = excluded.set_by
                """)
                .param("id", target.id())
                .param("key", target.indicator().value())
                .param("place", target.place().value())
                .param("unit", target.unit().map(UnitId::value).orElse(null))
                .param("year", target.year())
                .param("sex", target.sex().letter())
                .param("value", target.value())
                .param("atLeast", target.bound() == Target.Bound.AT_LEAST)
                .param("note", target.note())
                .param("now", Timestamp.from(now))
                .param("by", by.map(ActorId::value).orElse(null))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from indicator_target where id = :id").param("id", id).update();
    }
}
