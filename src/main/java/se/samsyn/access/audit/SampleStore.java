package se.samsyn.access.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;

/** Draws lines of a month by rule, in the row scope of the place. The order among equals is drawn by the seed, so that it can be repeated. */
@Repository
class SampleStore {

    /** What is done about a person's case: read, or written. */
    private static final String READ = "('READ_CASE', 'READ_PROTECTED_CASE')";

    private static final String PERSONS = "('READ_CASE', 'READ_PROTECTED_CASE', 'READ_LIST', 'READ_DUE')";

    private static final String WRITES =
            "('OPEN_CASE', 'WRITE_CASE', 'IMPORT_CASE', 'CLOSE_CASE', 'REOPEN_CASE', 'PROTECT_IDENTITY', 'UNPROTECT_IDENTITY', 'REMOVE_CASE')";

    private static final String DENIED = "(event like 'DENIED\\_%' or event in ('SIGN_IN_FAILED', 'SIGN_IN_LOCKED'))";

    private static final String MONTH = """
            with month as materialized (
                select number, at, actor, event, purpose, object, at at time zone :zone as local
                  from access_log
                 where at >= :from and at < :until and (:place = 'SE' or place like :place || '%')
            )
            """;

    private static final Map<Reason, String> RULES = Map.of(
            Reason.RANDOM, "select number from month",
            Reason.PROTECTED, "select number from month where event = 'READ_PROTECTED_CASE'",
            Reason.OUTSIDE_HOURS, """
                    select number from month where event in %s
                       and (extract(isodow from local) > 5 or extract(hour from local) < 6 or extract(hour from local) >= 20)""".formatted(PERSONS),
            Reason.MANY_PERSONS, """
                    select min(number) as number from month where event in %s
                     group by actor, local::date having count(distinct object) > :many""".formatted(READ),
            Reason.NO_WORK, """
                    select min(number) as number from month m where event in %1$s
                       and not exists (select from access_log w where w.object = m.object and w.event in %2$s
                                          and w.at between m.at - interval '30 days' and m.at + interval '30 days')
                     group by actor, object""".formatted(READ, WRITES),
            Reason.OTHERS_CASE, """
                    select min(number) as number from month m where event in %1$s
                       and not exists (select from access_log w where w.object = m.object and w.event in %2$s and w.actor = m.actor)
                       and exists (select from access_log w where w.object = m.object and w.event in %2$s
                                      and w.at between m.at - interval '30 days' and m.at + interval '30 days')
                     group by actor, object""".formatted(READ, WRITES),
            Reason.MANY_DENIED, """
                    select min(number) as number from month where %s
                     group by coalesce(actor::text, object), local::date having count(*) >= :denied""".formatted(DENIED),
            Reason.OTHER_PURPOSE, """
                    select number from month where event in %s and purpose <> 'FOLLOW_UP'""".formatted(PERSONS));

    private final JdbcClient jdbc;

    SampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the rules are about. */
    record Wanted(PlaceCode place, Instant from, Instant until, String zone, long seed) {}

    /** What a rule matched, and the lines drawn among them. */
    record Drawn(long matched, List<Long> lines) {}

    long lines(Wanted wanted) {
        return jdbc.sql(MONTH + "select count(*) from month")
                .params(parameters(wanted))
                .query(Long.class)
                .single();
    }

    /** Draws at most so many of what the rule matches. */
    Drawn draw(Reason reason, Wanted wanted, int most) {
        record Row(long number, long matched) {}
        var rows = jdbc.sql(MONTH + ", matched as (" + RULES.get(reason) + """
                )
                select number, count(*) over () as matched from matched order by md5(:seed || ':' || number) limit :most""")
                .params(parameters(wanted))
                .param("most", most)
                .param("many", CheckRules.MANY_PERSONS)
                .param("denied", CheckRules.MANY_DENIED)
                .query((row, at) -> new Row(row.getLong("number"), row.getLong("matched")))
                .list();
        return new Drawn(
                rows.isEmpty() ? 0 : rows.getFirst().matched(),
                rows.stream().map(Row::number).toList());
    }

    private static Map<String, Object> parameters(Wanted wanted) {
        var parameters = new HashMap<String, Object>();
        parameters.put("place", wanted.place().value());
        parameters.put("from", Timestamp.from(wanted.from()));
        parameters.put("until", Timestamp.from(wanted.until()));
        parameters.put("zone", wanted.zone());
        parameters.put("seed", Long.toString(wanted.seed()));
        return parameters;
    }
}
