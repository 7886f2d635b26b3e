package se.samsyn.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;

@Repository
class AccessLogStore {

    private final JdbcClient jdbc;

    AccessLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(
            Instant at,
            Actor actor,
            String event,
            @Nullable Purpose purpose,
            @Nullable String object,
            PlaceCode place) {
        jdbc.sql("""
                insert into access_log (at, actor, role, event, purpose, object, place)
                values (:at, :actor, :role, :event, :purpose, :object, :place)
                """)
                .param("at", Timestamp.from(at))
                .param("actor", actor.id().value())
                .param("role", actor.role().name())
                .param("event", event)
                .param("purpose", purpose == null ? null : purpose.name())
                .param("object", object)
                .param("place", place.value())
                .update();
    }

    List<LogLine> latest(PlaceCode place, int most) {
        return jdbc.sql("""
                select l.number, l.at, l.actor, coalesce(a.name, '') as name, l.role, l.event, l.purpose, l.object, l.place
                from access_log l left join access_account a on a.id = l.actor
                where :place = 'SE' or l.place like :place || '%'
                order by l.number desc limit :most
                """)
                .param("place", place.value())
                .param("most", most)
                .query(AccessLogStore::line)
                .list();
    }

    long count(PlaceCode place) {
        return jdbc.sql("select count(*) from access_log where :place = 'SE' or place like :place || '%'")
                .param("place", place.value())
                .query(Long.class)
                .single();
    }

    private static LogLine line(ResultSet row, int number) throws SQLException {
        var purpose = row.getString("purpose");
        return new LogLine(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("event"),
                purpose == null ? null : Purpose.valueOf(purpose),
                row.getString("object"),
                row.getString("place"));
    }
}
