package se.samsyn.indicator;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.Level;

/** Real boundaries, one set for each level. */
@Repository
class BoundaryStore {

    private final JdbcClient jdbc;

    BoundaryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(Level level) {
        return jdbc.sql("select shape from indicator_boundary where level = :level")
                .param("level", level.name())
                .query(String.class)
                .optional();
    }

    void put(Level level, String shape, Instant now) {
        jdbc.sql("""
                insert into indicator_boundary (level, shape, loaded) values (:level, :shape, :now)
                on conflict (level) do update set shape = excluded.shape, loaded = excluded.loaded
                """)
                .param("level", level.name())
                .param("shape", shape)
                .param("now", Timestamp.from(now))
                .update();
    }

    void remove(Level level) {
        jdbc.sql("delete from indicator_boundary where level = :level")
                .param("level", level.name())
                .update();
    }
}
