package se.samsyn.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import tools.jackson.databind.json.JsonMapper;

/** How own indicators are computed, by version. */
@Repository
class DefinitionStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    DefinitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Definition.Version> of(IndicatorKey key) {
        return jdbc.sql("""
                select d.* from indicator_definition d join indicator_indicator i on i.id = d.indicator
                where i.key = :key order by d.version
                """)
                .param("key", key.value())
                .query((row, number) -> version(row))
                .list();
    }

    private static Definition.Version version(ResultSet row) throws SQLException {
        return new Definition.Version(
                row.getInt("version"),
                row.getInt("valid_from"),
                to(row),
                JSON.readValue(row.getString("definition"), Definition.class));
    }

    private static OptionalInt to(ResultSet row) throws SQLException {
        int to = row.getInt("valid_to");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(to);
    }

    /** The keys of those indicators that are computed. */
    List<IndicatorKey> computed() {
        return jdbc.sql("""
                select i.key from indicator_indicator i where exists (select from indicator_definition d where d.indicator = i.id) order by i.key
                """)
                .query((row, number) -> new IndicatorKey(row.getString(1)))
                .list();
    }

    /** Adds a version; the one before ends with the year before it, and one that would never hold goes. */
    void add(IndicatorKey key, Definition.Version version, Instant now, Optional<ActorId> by) {
        jdbc.sql("""
                delete from indicator_definition where valid_from >= :from
                and indicator = (select id from indicator_indicator where key = :key)
                """).param("from", version.from()).param("key", key.value()).update();
        jdbc.sql("""
                update indicator_definition set valid_to = :last where (valid_to is null or valid_to > :last)
                and indicator = (select id from indicator_indicator where key = :key)
                """)
                .param("last", version.from() - 1)
                .param("key", key.value())
                .update();
        jdbc.sql("""
                insert into indicator_definition (indicator, version, valid_from, valid_to, definition, made, made_by)
                select id, :version, :from, :to, :definition::jsonb, :now, :by from indicator_indicator where key = :key
                """)
                .param("version", version.number())
                .param("from", version.from())
                .param("to", version.to().isPresent() ? version.to().getAsInt() : null)
                .param("definition", JSON.writeValueAsString(version.definition()))
                .param("now", Timestamp.from(now))
                .param("by", by.map(ActorId::value).orElse(null))
                .param("key", key.value())
                .update();
    }
}
