package se.samsyn.indicator;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final int BLOCK = 1 << 16;

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
     * @param groups by the number of the indicator; none for most
     */
    record Known(
            Map<IndicatorKey, Integer> numbers,
            Set<IndicatorKey> ours,
            Map<Integer, Set<String>> groups,
            Predicate<Where> places) {}

    /** Streams the values in. */
    void fill(Known known, Delivery.Feed feed) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy indicator_incoming (" + COLUMNS + ") from stdin");
            try (var sink = new Sink(copy, known)) {
                feed.give(sink::value, sink::withdrawn);
                sink.end();
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("The values could not be taken in", fault);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Holds what came against what was there. */
    Arrived settle(Delivery delivery, Instant now, Optional<ActorId> by) {
        refuseTwice();
        int id = begin(delivery, now, by);
        long revised = revise(id);
        long withdrawn = withdraw(id, delivery.extent());
        long added = add(id);
        long delivered = jdbc.sql("select count(*) from indicator_incoming where mark is distinct from 'x'")
                .query(Long.class)
                .single();
        jdbc.sql("""
                update indicator_import set delivered = :delivered, added = :added, revised = :revised, withdrawn = :withdrawn
                where id = :id
                """)
                .param("delivered", delivered)
                .param("added", added)
                .param("revised", revised)
                .param("withdrawn", withdrawn)
                .param("id", id)
                .update();
        jdbc.sql("""
                update indicator_indicator i set fetched = greatest(i.fetched, :fetched::timestamptz)
                where i.id in (select indicator from indicator_incoming)
                """).param("fetched", Timestamp.from(delivery.fetched())).update();
        jdbc.sql("truncate indicator_incoming").update();
        return new Arrived(
                id, delivery.source(), delivery.name(), delivery.fetched(), now, delivered, added, revised, withdrawn);
    }

    private void refuseTwice() {
        jdbc.sql("""
                select i.key, n.place, n.year, n.sex from indicator_incoming n join indicator_indicator i on i.id = n.indicator
                group by i.key, n.indicator, n.year, n.sex, n.grp, n.place having count(*) > 1 limit 1
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

    private long revise(int id) {
        long revised = jdbc.sql("""
                insert into indicator_revision (import, indicator, year, sex, grp, place, old_value, old_mark, new_value, new_mark, withdrawn)
                select :id, o.indicator, o.year, o.sex, o.grp, o.place, o.value, o.mark, n.value, n.mark, false
                from indicator_incoming n join indicator_value o on\s""" + SAME + """

                where n.mark is distinct from 'x' and (o.value, o.mark) is distinct from (n.value, n.mark)
                """).param("id", id).update();
        jdbc.sql("""
                update indicator_value o set value = n.value, mark = n.mark, part = n.part, whole = n.whole, members = n.members,
                    import = case when (o.value, o.mark) is distinct from (n.value, n.mark) then :id else o.import end
                from indicator_incoming n where\s""" + SAME + """

                and n.mark is distinct from 'x'
                and (o.value, o.mark, o.part, o.whole, o.members) is distinct from (n.value, n.mark, n.part, n.whole, n.members)
                """).param("id", id).update();
        return revised;
    }

    private long withdraw(int id, Delivery.Extent extent) {
        String gone = extent == Delivery.Extent.WHOLE
                ? "o.indicator in (select distinct indicator from indicator_incoming)"
                        + " and not exists (select from indicator_incoming n where n.mark is distinct from 'x' and "
                        + SAME + ")"
                : "exists (select from indicator_incoming n where n.mark = 'x' and " + SAME + ")";
        jdbc.sql("""
                insert into indicator_revision (import, indicator, year, sex, grp, place, old_value, old_mark, new_value, new_mark, withdrawn)
                select :id, o.indicator, o.year, o.sex, o.grp, o.place, o.value, o.mark, null, null, true
                from indicator_value o where\s""" + gone).param("id", id).update();
        return jdbc.sql("delete from indicator_value o where " + gone).update();
    }

    private long add(int id) {
        return jdbc.sql("insert into indicator_value (" + COLUMNS + ", import) select " + COLUMNS + """
                , :id from indicator_incoming n where mark is distinct from 'x'
                and not exists (select from indicator_value o where\s""" + SAME + """
                ) order by indicator, year, sex, grp, place
                """)
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

    /** Writes values as the server copies them in; what is left open when something fails is given up. */
    private static final class Sink implements AutoCloseable {

        private final CopyIn copy;
        private final Known known;
        private final StringBuilder block = new StringBuilder(BLOCK + 512);

        Sink(CopyIn copy, Known known) {
            this.copy = copy;
            this.known = known;
        }

        void value(Observation value) {
            begin(value);
            if (value.reading() instanceof Reading.Known number) {
                block.append(number.value()).append("\t\\N\t");
                append(number.base());
            } else {
                block.append("\\N\t")
                        .append(value.reading().mark().orElseThrow())
                        .append("\t\\N\t\\N");
            }
            append(value.members());
            flushFrom(BLOCK);
        }

        /** A value that the source has taken back, marked so that it is settled with the others. */
        void withdrawn(Observation value) {
            begin(value);
            block.append("\\N\tx\t\\N\t\\N");
            append(OptionalInt.empty());
            flushFrom(BLOCK);
        }

        private void begin(Observation value) {
            Integer number = known.numbers().get(value.indicator());
            if (number == null) {
                throw unknown(value.indicator());
            }
            if (!value.group().isEmpty()
                    && !known.groups().getOrDefault(number, Set.of()).contains(value.group())) {
                throw new Delivery.Refused("Gruppen " + value.group() + " är inte beskriven för " + value.indicator()
                        + ". Beskriv den bland indikatorns grupper, eller ta bort dess värden.");
            }
            if (!known.places().test(value.place())) {
                throw new Delivery.Refused("Det finns ingen plats " + value.place() + " (värdet för "
                        + value.indicator() + ", år " + value.year()
                        + "). Rätta koden: SE för riket, två siffror för län, fyra för kommun.");
            }
            if (value.year() < 1700 || value.year() > 2200) {
                throw new Delivery.Refused("Ett år för " + value.indicator() + " är inget årtal: " + value.year()
                        + ". Rätta året, eller vilken kolumn som läses som år.");
            }
            block.append(number)
                    .append('\t')
                    .append(value.year())
                    .append('\t')
                    .append(value.sex().letter());
            block.append('\t')
                    .append(value.group())
                    .append('\t')
                    .append(value.place())
                    .append('\t');
        }

        private Delivery.Refused unknown(IndicatorKey key) {
            return new Delivery.Refused(
                    known.ours().contains(key)
                            ? "Indikatorn " + key + " räknas fram här och kan inte läsas in. Byt namn i filen."
                            : "Det finns ingen indikator " + key
                                    + ". Läs först in listan över indikatorer, eller låt filen beskriva den.");
        }

        private void append(Optional<Reading.Base> base) {
            if (base.isPresent()) {
                block.append(base.get().part()).append('\t').append(base.get().whole());
            } else {
                block.append("\\N\t\\N");
            }
        }

        private void append(OptionalInt members) {
            block.append('\t');
            if (members.isPresent()) {
                block.append(members.getAsInt());
            } else {
                block.append("\\N");
            }
            block.append('\n');
        }

        private void flushFrom(int length) {
            if (block.length() >= length) {
                byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
                block.setLength(0);
                try {
                    copy.writeToCopy(bytes, 0, bytes.length);
                } catch (SQLException fault) {
                    throw new IllegalStateException("The values could not be taken in", fault);
                }
            }
        }

        void end() throws SQLException {
            flushFrom(1);
            copy.endCopy();
        }

        @Override
        public void close() throws SQLException {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
