package se.samsyn.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;

@Repository
class AccessLogStore {

    private static final String ASKED = """
             where (:place = 'SE' or l.place is null or l.place like :place || '%')
               and (cast(:person as text) is null or l.actor = cast(:person as uuid) or l.object = :person)
               and (cast(:object as text) is null or l.object = :object)
               and (cast(:purpose as text) is null or l.purpose = :purpose)
               and (cast(:event as text) is null or l.event = :event)
               and (cast(:from as timestamptz) is null or l.at >= :from)
               and (cast(:until as timestamptz) is null or l.at < :until)
            """;

    private final JdbcClient jdbc;

    AccessLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds lines, in one statement. */
    void append(List<MarkedFact> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into access_log (at, actor, role, event, purpose, object, place, mark)
                select timestamptz 'epoch' + micros * interval '1 microsecond', actor, role, event, purpose, object, place, decode(mark, 'hex')
                  from unnest(cast(:micros as bigint[]), cast(:actors as uuid[]), cast(:roles as text[]), cast(:events as text[]),
                              cast(:purposes as text[]), cast(:objects as text[]), cast(:places as text[]), cast(:marks as text[]))
                       as line (micros, actor, role, event, purpose, object, place, mark)
                """)
                .param(
                        "micros",
                        lines.stream().map(line -> line.fact().micros()).toArray(Long[]::new))
                .param(
                        "actors",
                        texts(lines, line -> Objects.toString(line.fact().actor(), null)))
                .param("roles", texts(lines, line -> line.fact().role()))
                .param("events", texts(lines, line -> line.fact().event()))
                .param("purposes", texts(lines, line -> line.fact().purpose()))
                .param("objects", texts(lines, line -> line.fact().object()))
                .param("places", texts(lines, line -> line.fact().place()))
                .param("marks", texts(lines, line -> HexFormat.of().formatHex(line.mark())))
                .update();
    }

    private static @Nullable String[] texts(List<MarkedFact> lines, Function<MarkedFact, @Nullable String> part) {
        var texts = new @Nullable String[lines.size()];
        for (int at = 0; at < texts.length; at++) {
            texts[at] = part.apply(lines.get(at));
        }
        return texts;
    }

    /** The newest lines first. */
    List<LogLine> lines(PlaceCode place, LogQuery query, int most) {
        return jdbc.sql("""
                select l.number, l.at, a.name as actor_name, l.role, l.event, l.purpose, l.object, o.name as object_name, l.place
                  from access_log l
                  left join access_account a on a.id = l.actor
                  left join access_account o on o.id::text = l.object
                """ + ASKED + """
                   and (cast(:before as bigint) is null or l.number < :before)
                 order by l.number desc limit :most
                """)
                .params(asked(place, query))
                .param("before", query.before().orElse(null))
                .param("most", most)
                .query(AccessLogStore::line)
                .list();
    }

    /** How many lines there are, wherever the page begins. */
    long count(PlaceCode place, LogQuery query) {
        return jdbc.sql("select count(*) from access_log l" + ASKED)
                .params(asked(place, query))
                .query(Long.class)
                .single();
    }

    private static Map<String, @Nullable Object> asked(PlaceCode place, LogQuery query) {
        var asked = new HashMap<String, @Nullable Object>();
        asked.put("place", place.value());
        asked.put("person", query.person().map(ActorId::toString).orElse(null));
        asked.put("object", query.object().orElse(null));
        asked.put("purpose", query.purpose().map(Purpose::name).orElse(null));
        asked.put("event", query.event().orElse(null));
        asked.put("from", query.from().map(Timestamp::from).orElse(null));
        asked.put("until", query.until().map(Timestamp::from).orElse(null));
        return asked;
    }

    private static LogLine line(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        var purpose = row.getString("purpose");
        return new LogLine(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                role == null ? null : Role.valueOf(role),
                row.getString("event"),
                purpose == null ? null : Purpose.valueOf(purpose),
                row.getString("object"),
                row.getString("object_name"),
                row.getString("place"));
    }
}
