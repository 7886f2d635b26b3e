package se.samsyn.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    void append(
            Instant at,
            Optional<Actor> actor,
            String event,
            @Nullable Purpose purpose,
            @Nullable String object,
            Optional<PlaceCode> place) {
        jdbc.sql("""
                insert into access_log (at, actor, role, event, purpose, object, place)
                values (:at, :actor, :role, :event, :purpose, :object, :place)
                """)
                .param("at", Timestamp.from(at))
                .param("actor", actor.map(known -> known.id().value()).orElse(null))
                .param("role", actor.map(known -> known.role().name()).orElse(null))
                .param("event", event)
                .param("purpose", purpose == null ? null : purpose.name())
                .param("object", object)
                .param("place", place.map(PlaceCode::value).orElse(null))
                .update();
    }

    /** One line for each object, in one statement. */
    void append(Instant at, Actor actor, String event, Purpose purpose, List<String> objects, PlaceCode place) {
        if (objects.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into access_log (at, actor, role, event, purpose, object, place)
                select cast(:at as timestamptz), :actor, :role, :event, :purpose, object, :place from unnest(:objects) object
                """)
                .param("at", Timestamp.from(at))
                .param("actor", actor.id().value())
                .param("role", actor.role().name())
                .param("event", event)
                .param("purpose", purpose.name())
                .param("objects", objects.toArray(String[]::new))
                .param("place", place.value())
                .update();
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
