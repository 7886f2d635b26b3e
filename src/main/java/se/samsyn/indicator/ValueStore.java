package se.samsyn.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.table.Where;

/**
 * The values of indicators, and what has become of them. Each reading has an offset, which keeps each indicator's own few hundred values from
 * being sought in a reading of all: the planner believes it will come to them soon, as they lie last.
 */
@Repository
class ValueStore {

    private final JdbcClient jdbc;

    ValueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All values of some indicators, by indicator, year, sex, group and place. */
    List<Observation> of(Collection<IndicatorKey> keys) {
        return jdbc.sql("""
                select i.key, v.* from indicator_indicator i
                cross join lateral (select * from indicator_value o where o.indicator = i.id offset 0) v
                where i.key = any(:keys) order by v.indicator, v.year, v.sex, v.grp, v.place
                """)
                .param("keys", keys.stream().map(IndicatorKey::value).toArray(String[]::new))
                .query((row, number) -> observation(row))
                .list();
    }

    /** The values of some indicators in some places, of all years. */
    List<Observation> of(Collection<IndicatorKey> keys, Collection<Where> places) {
        return jdbc.sql("""
                select i.key, v.* from indicator_indicator i
                cross join lateral (select * from indicator_value o
                    where o.indicator = i.id and o.place = any(:places) offset 0) v
                where i.key = any(:keys)
                """)
                .param("keys", keys.stream().map(IndicatorKey::value).toArray(String[]::new))
                .param("places", places.stream().map(Where::toString).toArray(String[]::new))
                .query((row, number) -> observation(row))
                .list();
    }

    /** The values of some indicators in all places, of one year. */
    List<Observation> of(Collection<IndicatorKey> keys, int year) {
        return jdbc.sql("""
                select i.key, v.* from indicator_indicator i
                cross join lateral (select * from indicator_value o
                    where o.indicator = i.id and o.year = :year offset 0) v
                where i.key = any(:keys)
                """)
                .param("keys", keys.stream().map(IndicatorKey::value).toArray(String[]::new))
                .param("year", year)
                .query((row, number) -> observation(row))
                .list();
    }

    /** The values of everybody in all places, of the latest year that each indicator has values of. */
    List<Observation> latest(Collection<IndicatorKey> keys) {
        return jdbc.sql("""
                select l.key, v.* from (
                    select i.id, i.key, (select max(o.year) from indicator_value o where o.indicator = i.id) as year
                    from indicator_indicator i where i.key = any(:keys)) l
                cross join lateral (select * from indicator_value o
                    where o.indicator = l.id and o.year = l.year and o.sex = 'T' and o.grp = '' offset 0) v
                """)
                .param("keys", keys.stream().map(IndicatorKey::value).toArray(String[]::new))
                .query((row, number) -> observation(row))
                .list();
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                new IndicatorKey(row.getString("key")),
                Where.of(row.getString("place")),
                row.getInt("year"),
                SexPart.of(row.getString("sex")).orElseThrow(),
                row.getString("grp"),
                reading(row),
                members(row));
    }

    private static OptionalInt members(ResultSet row) throws SQLException {
        int members = row.getInt("members");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(members);
    }

    private static Reading reading(ResultSet row) throws SQLException {
        String mark = row.getString("mark");
        if (mark != null) {
            return Reading.marked(mark);
        }
        double value = row.getDouble("value");
        double part = row.getDouble("part");
        double whole = row.getDouble("whole");
        return new Reading.Known(value, row.wasNull() ? Optional.empty() : Optional.of(new Reading.Base(part, whole)));
    }

    /** What imports have changed in an indicator, newest first. */
    Shown<Revision> revisions(IndicatorKey key, int most) {
        return shown(jdbc.sql("""
                select r.*, m.fetched, count(*) over () as total
                from indicator_revision r join indicator_indicator i on i.id = r.indicator
                join indicator_import m on m.id = r.import where i.key = :key
                order by r.import desc, r.year desc, r.place, r.sex limit :most
                """)
                .param("key", key.value())
                .param("most", most)
                .query((row, number) -> new Counted<>(revision(row), row.getLong("total")))
                .list());
    }

    /** The values that were new in the latest import that brought any, of the latest years first. */
    Shown<Observation> added(IndicatorKey key, int most) {
        return shown(jdbc.sql("""
                with came as (
                    select v.* from indicator_value v join indicator_indicator i on i.id = v.indicator
                    where i.key = :key and v.mark is distinct from '-' and not exists (
                        select from indicator_revision r
                        where r.indicator = v.indicator and r.import = v.import
                          and r.year = v.year and r.sex = v.sex and r.grp = v.grp and r.place = v.place))
                select :key as key, came.*, count(*) over () as total
                from came where import = (select max(import) from came)
                order by year desc, place, sex, grp limit :most
                """)
                .param("key", key.value())
                .param("most", most)
                .query((row, number) -> new Counted<>(observation(row), row.getLong("total")))
                .list());
    }

    private static <T> Shown<T> shown(List<Counted<T>> rows) {
        return new Shown<>(
                rows.stream().map(Counted::one).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    private record Counted<T>(T one, long total) {}

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                Where.of(row.getString("place")),
                row.getInt("year"),
                SexPart.of(row.getString("sex")).orElseThrow(),
                row.getString("grp"),
                reading(row, "old"),
                row.getBoolean("withdrawn") ? Optional.empty() : Optional.of(reading(row, "new")),
                row.getTimestamp("fetched").toInstant());
    }

    private static Reading reading(ResultSet row, String which) throws SQLException {
        String mark = row.getString(which + "_mark");
        return mark == null ? Reading.of(row.getDouble(which + "_value")) : Reading.marked(mark);
    }

    /** When the values of an indicator were fetched last; empty where it has none. */
    Optional<Instant> fetched(IndicatorKey key) {
        return jdbc.sql("""
                select fetched from indicator_indicator where key = :key and fetched is not null
                """)
                .param("key", key.value())
                .query((row, number) -> row.getTimestamp("fetched").toInstant())
                .optional();
    }

    /** Years from which an indicator is not comparable with those before, with why. */
    List<Break> breaks(IndicatorKey key) {
        return jdbc.sql("""
                select b.year, b.reason from indicator_break b join indicator_indicator i on i.id = b.indicator
                where i.key = :key order by b.year
                """)
                .param("key", key.value())
                .query((row, number) -> new Break(row.getInt("year"), row.getString("reason")))
                .list();
    }

    /** The same of some indicators, by indicator. */
    Map<IndicatorKey, List<Break>> breaks(Collection<IndicatorKey> keys) {
        Map<IndicatorKey, List<Break>> breaks = new HashMap<>();
        jdbc.sql("""
                select i.key, b.year, b.reason from indicator_break b join indicator_indicator i on i.id = b.indicator
                where i.key = any(:keys) order by i.key, b.year
                """)
                .param("keys", keys.stream().map(IndicatorKey::value).toArray(String[]::new))
                .query(row -> {
                    breaks.computeIfAbsent(new IndicatorKey(row.getString("key")), _ -> new ArrayList<>())
                            .add(new Break(row.getInt("year"), row.getString("reason")));
                });
        return breaks;
    }

    void put(IndicatorKey key, Break one) {
        jdbc.sql("""
                insert into indicator_break (indicator, year, reason)
                select id, :year, :reason from indicator_indicator where key = :key
                on conflict (indicator, year) do update set reason = excluded.reason
                """)
                .param("year", one.year())
                .param("reason", one.reason())
                .param("key", key.value())
                .update();
    }

    void removeBreak(IndicatorKey key, int year) {
        jdbc.sql("""
                delete from indicator_break where year = :year
                and indicator = (select id from indicator_indicator where key = :key)
                """).param("year", year).param("key", key.value()).update();
    }
}
