package se.samsyn.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.LogFact;

/** The chain in the database. What reads lines of the log must be in the row scope of the nation. */
@Repository
class SealStore {

    /** Only one at a time adds to the chain, in whatever process. */
    private static final long TURN = 0x53414d53594e01L;

    private static final String FACT = """
            (extract(epoch from l.at) * 1000000)::bigint as micros, l.actor, l.role, l.event, l.purpose, l.object, l.place""";

    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the turn until the transaction ends, unless somebody else has it. */
    boolean takeTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query(Boolean.class)
                .single();
    }

    boolean anyUnsealed() {
        return jdbc.sql("select exists (select from access_unsealed)")
                .query(Boolean.class)
                .single();
    }

    long unsealed() {
        return jdbc.sql("select count(*) from access_unsealed")
                .query(Long.class)
                .single();
    }

    /** Lines without a seal, the lowest numbers first. */
    List<Written> unsealed(int most) {
        return jdbc.sql("select l.number as line, l.mark, " + FACT + """
                  from access_unsealed u join access_log l on l.number = u.line
                 order by u.line limit :most""")
                .param("most", most)
                .query((row, number) -> new Written(row.getLong("line"), fact(row), row.getBytes("mark")))
                .list();
    }

    /** Forgets that lines wait, whether they are sealed or are not to be. */
    void settle(List<Long> lines) {
        jdbc.sql("delete from access_unsealed where line = any (:lines)")
                .param("lines", lines.toArray(Long[]::new))
                .update();
    }

    /** Forgets those that wait though the line is gone. */
    int settleGone() {
        return jdbc.sql("""
                        delete from access_unsealed u where not exists (select from access_log l where l.number = u.line)""").update();
    }

    void add(List<Link> links) {
        jdbc.sql("""
                insert into access_seal (position, line, at, seal)
                select position, line, timestamptz 'epoch' + micros * interval '1 microsecond', decode(seal, 'hex')
                  from unnest(cast(:positions as bigint[]), cast(:lines as bigint[]), cast(:micros as bigint[]), cast(:seals as text[]))
                       as link (position, line, micros, seal)
                """)
                .param("positions", links.stream().map(Link::position).toArray(Long[]::new))
                .param("lines", links.stream().map(Link::line).toArray(Long[]::new))
                .param("micros", links.stream().map(Link::micros).toArray(Long[]::new))
                .param(
                        "seals",
                        links.stream()
                                .map(link -> HexFormat.of().formatHex(link.seal()))
                                .toArray(String[]::new))
                .update();
    }

    /** The end of the chain: position, time and seal, without its line; nothing where there is no chain. */
    Optional<Link> last() {
        return find("order by position desc limit 1", 0);
    }

    Optional<Link> find(long position) {
        return find("where position = :position", position);
    }

    /** The last place that was sealed before a moment, in microseconds since 1970. */
    Optional<Link> lastBefore(long micros) {
        return find(
                "where at < timestamptz 'epoch' + :position * interval '1 microsecond' order by position desc limit 1",
                micros);
    }

    private Optional<Link> find(String which, long position) {
        return jdbc.sql("""
                        select position, line, (extract(epoch from at) * 1000000)::bigint as micros, seal from access_seal\s""" + which)
                .param("position", position)
                .query((row, number) -> new Link(
                        row.getLong("position"),
                        row.getLong("line"),
                        row.getLong("micros"),
                        row.getBytes("seal"),
                        null))
                .optional();
    }

    /** The places after one, in order, with what their lines say. */
    List<Link> after(long position, int most) {
        return jdbc.sql("""
                select s.position, s.line, (extract(epoch from s.at) * 1000000)::bigint as sealed, s.seal, l.number,\s""" + FACT + """
                  from (select * from access_seal where position > :position order by position limit :most) s
                  left join access_log l on l.number = s.line
                 order by s.position""")
                .param("position", position)
                .param("most", most)
                .query((row, number) -> new Link(
                        row.getLong("position"),
                        row.getLong("line"),
                        row.getLong("sealed"),
                        row.getBytes("seal"),
                        row.getObject("number") == null ? null : fact(row)))
                .list();
    }

    /** Lines that are neither sealed nor wait for it: they came past the program, or were taken out of the queue. */
    List<Long> strangers(int most) {
        return jdbc.sql("""
                select l.number from access_log l
                 where not exists (select from access_seal s where s.line = l.number)
                   and not exists (select from access_unsealed u where u.line = l.number)
                 order by l.number limit :most""")
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Lines whose mark stands on a line before them too. */
    List<Long> copies(int most) {
        return jdbc.sql("""
                select max(number) from access_log where mark is not null group by mark having count(*) > 1
                 order by 1 limit :most""")
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static LogFact fact(ResultSet row) throws SQLException {
        return new LogFact(
                row.getLong("micros"),
                row.getObject("actor", UUID.class),
                row.getString("role"),
                row.getString("event"),
                row.getString("purpose"),
                row.getString("object"),
                row.getString("place"));
    }
}
