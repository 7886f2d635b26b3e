package se.samsyn.indicator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.table.Where;

/**
 * Takes in the values of a delivery beside those there are, and settles the two in the same transaction. One import at a time: others wait.
 */
@Repository
class IncomingStore {

    private static final String COLUMNS = "indicator, year, sex, grp, place, value, mark, part, whole, members";
    private static final String SAME =
            "o.indicator = n.indicator and o.year = n.year and o.sex = n.sex and o.grp = n.grp"
                    + " and o.place = n.place";

    private static final String TAKEN_BACK =
            "exists (select from indicator_incoming n where n.mark = 'x' and " + SAME + ")";

    /** From so many values on, what the planner knows of them is made anew. */
    private static final int LARGE = 50_000;

    private final JdbcClient jdbc;
    private final DataSource source;

    IncomingStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** Waits for its turn and begins with nothing. */
    void open() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('indicator_incoming'))")
                .query((row, number) -> 0)
                .list();
        jdbc.sql("truncate indicator_incoming").update();
    }

    /**
     * What values may be of.
     *
     * @param numbers those indicators that this delivery may bring values of, with the numbers their values are kept under
     * @param ours those it may not, since they are computed here
     * @param others those it may not, since another source tells them, with the source
     * @param groups by the number of the indicator; none for most
     */
    record Known(
            Map<IndicatorKey, Integer> numbers,
            Set<IndicatorKey> ours,
            Map<IndicatorKey, String> others,
            Map<Integer, Set<String>> groups,
            Predicate<Where> places) {}

    /**
     * What came.
     *
     * @param delivered how many values
     * @param withdrawn how many that the source has taken back
     * @param indicators the numbers of those that any of it is of
     * @param twice whether something may have come twice, which is then to be looked for
     */
    record Came(long delivered, long withdrawn, Set<Integer> indicators, boolean twice) {}

    /** Of the values that came: how many there were already, whatever they said, and how many of those were revised. */
    private record Held(long known, long revised) {}

    /** Streams the values in. */
    Came fill(Known known, Delivery.Feed feed) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy indicator_incoming (" + COLUMNS + ") from stdin");
            try (var sink = new CopyStore(copy, known)) {
                feed.give(sink::value, sink::withdrawn);
                return sink.end();
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("The values could not be taken in", fault);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Holds what came against what was there. */
    Arrived settle(Delivery delivery, Came came, Instant now, Optional<ActorId> by) {
        jdbc.sql("set local work_mem = '256MB'").update();
        if (came.twice()) {
            refuseTwice();
        }
        int id = begin(delivery, now, by);
        Held held = revise(id);
        boolean gone = switch (delivery.extent()) {
            case WHOLE -> stored(came.indicators()) > held.known();
            case OF_ITS_YEARS, OF_ITS_PLACES -> came.delivered() > 0 || came.withdrawn() > 0;
            case PART -> came.withdrawn() > 0;
        };
        long withdrawn = gone ? withdraw(id, delivery.extent(), came.indicators()) : 0;
        long added = came.delivered() > held.known() ? add(id, held) : 0;
        jdbc.sql("""
                update indicator_import set delivered = :delivered, added = :added, revised = :revised, withdrawn = :withdrawn
                where id = :id
                """)
                .param("delivered", came.delivered())
                .param("added", added)
                .param("revised", held.revised())
                .param("withdrawn", withdrawn)
                .param("id", id)
                .update();
        jdbc.sql("""
                update indicator_indicator set fetched = greatest(fetched, :fetched::timestamptz)
                where id in (select unnest(:indicators))
                """)
                .param("fetched", Timestamp.from(delivery.fetched()))
                .param("indicators", came.indicators().toArray(Integer[]::new))
                .update();
        if (came.delivered() > LARGE) {
            jdbc.sql("select indicator_measured()").query((_, _) -> 0).list();
        }
        jdbc.sql("truncate indicator_incoming").update();
        return new Arrived(
                id,
                delivery.source(),
                delivery.name(),
                delivery.fetched(),
                now,
                came.delivered(),
                added,
                held.revised(),
                withdrawn);
    }

    private void refuseTwice() {
        jdbc.sql("""
                select i.key, n.place, n.year, n.sex from (
                    select indicator, year, sex, grp, place from indicator_incoming
                    group by indicator, year, sex, grp, place having count(*) > 1 limit 1
                ) n join indicator_indicator i on i.id = n.indicator
                """)
                .query((row, number) -> "Värdet för %s, plats %s, år %d, kön %s kom två gånger. Ta bort det ena."
                        .formatted(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)))
                .optional()
                .ifPresent(message -> {
                    throw new Delivery.Refused(message);
                });
    }

    private int begin(Delivery delivery, Instant now, Optional<ActorId> by) {
        return jdbc.sql("""
                insert into indicator_import (source, name, fetched, imported, imported_by, delivered, added, revised, withdrawn)
                values (:source, :name, :fetched, :now, :by, 0, 0, 0, 0) returning id
                """)
                .param("source", delivery.source())
                .param("name", delivery.name())
                .param("fetched", Timestamp.from(delivery.fetched()))
                .param("now", Timestamp.from(now))
                .param("by", by.map(ActorId::value).orElse(null))
                .query(Integer.class)
                .single();
    }

    /** A base that came later, with the same number, changes the value but is no revision of it. */
    private Held revise(int id) {
        return jdbc.sql("""
                with matched as materialized (
                    select o.ctid as stored, n.ctid as came, o.value as old_value, o.mark as old_mark,
                        (o.value, o.mark, o.part, o.whole, o.members)
                            is distinct from (n.value, n.mark, n.part, n.whole, n.members) as other
                    from indicator_incoming n join indicator_value o on\s""" + SAME + """

                    where n.mark is distinct from 'x'
                ), changed as materialized (
                    select m.stored, m.old_value, m.old_mark, n.*
                    from matched m join indicator_incoming n on n.ctid = m.came where m.other
                ), told as (
                    insert into indicator_revision
                        (import, indicator, year, sex, grp, place, old_value, old_mark, new_value, new_mark, withdrawn)
                    select :id, indicator, year, sex, grp, place, old_value, old_mark, value, mark, false
                    from changed where (old_value, old_mark) is distinct from (value, mark)
                    returning 1
                ), renewed as (
                    update indicator_value o
                    set value = n.value, mark = n.mark, part = n.part, whole = n.whole, members = n.members,
                        import = case when (o.value, o.mark) is distinct from (n.value, n.mark) then :id else o.import end
                    from changed n where o.ctid = n.stored
                )
                select (select count(*) from matched) as known, (select count(*) from told) as revised
                """)
                .param("id", id)
                .query((row, number) -> new Held(row.getLong("known"), row.getLong("revised")))
                .single();
    }

    private long stored(Set<Integer> indicators) {
        return jdbc.sql("select count(*) from indicator_value where indicator in (select unnest(:indicators))")
                .param("indicators", indicators.toArray(Integer[]::new))
                .query(Long.class)
                .single();
    }

    private long withdraw(int id, Delivery.Extent extent, Set<Integer> indicators) {
        String gone = switch (extent) {
            case WHOLE ->
                "o.indicator in (select unnest(:indicators)) and not exists"
                        + " (select from indicator_incoming n where n.mark is distinct from 'x' and " + SAME + ")";
            case OF_ITS_YEARS ->
                ofIts(
                        "length(o.place)",
                        "length(place)"); // so long is the code of a place; the nation goes with the regions
            case OF_ITS_PLACES -> ofIts("o.place", "place");
            case PART -> TAKEN_BACK;
        };
        return jdbc.sql("with gone as (delete from indicator_value o where " + gone + " returning o.*)" + """

                insert into indicator_revision
                    (import, indicator, year, sex, grp, place, old_value, old_mark, new_value, new_mark, withdrawn)
                select :id, indicator, year, sex, grp, place, value, mark, null, null, true from gone
                """)
                .param("id", id)
                .param("indicators", indicators.toArray(Integer[]::new))
                .update();
    }

    /** Those of the same indicator and year, and of the same place or kind of place, that did not come again. */
    private static String ofIts(String stored, String came) {
        return "((o.indicator, o.year, " + stored + ") in (select indicator, year, " + came
                + " from indicator_incoming where mark is distinct from 'x')"
                + " and not exists (select from indicator_incoming n where n.mark is distinct from 'x' and " + SAME
                + ")) or " + TAKEN_BACK;
    }

    /** In the order that they are read in: an indicator's values lie together. */
    private long add(int id, Held held) {
        String fresh = held.known() == 0 ? "" : " and not exists (select from indicator_value o where " + SAME + ")";
        return jdbc.sql("insert into indicator_value (" + COLUMNS + ", import) select " + COLUMNS
                        + ", :id from indicator_incoming n where mark is distinct from 'x'" + fresh
                        + " order by indicator, year, sex, grp, place")
                .param("id", id)
                .update();
    }

    List<Arrived> latest() {
        return jdbc.sql("select * from indicator_import order by id desc limit 100")
                .query((row, number) -> new Arrived(
                        row.getInt("id"),
                        row.getString("source"),
                        row.getString("name"),
                        row.getTimestamp("fetched").toInstant(),
                        row.getTimestamp("imported").toInstant(),
                        row.getLong("delivered"),
                        row.getLong("added"),
                        row.getLong("revised"),
                        row.getLong("withdrawn")))
                .list();
    }
}
