package se.samsyn.table.crossing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.Actor;

@Repository
class SavedStore {

    private final JdbcClient jdbc;

    SavedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedCrossing> of(Actor actor) {
        return jdbc.sql("""
                select id, name, address, shared, actor = :actor as own from table_saved
                where actor = :actor or (shared and place = :place) order by name, saved
                """)
                .param("actor", actor.id().value())
                .param("place", actor.place().value())
                .query((row, _) -> new SavedCrossing(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("address"),
                        row.getBoolean("shared"),
                        row.getBoolean("own")))
                .list();
    }

    void add(Actor actor, String name, String address, boolean shared, Instant now) {
        jdbc.sql("""
                insert into table_saved (id, actor, place, name, address, shared, saved)
                values (:id, :actor, :place, :name, :address, :shared, :saved)
                """)
                .param("id", UUID.randomUUID())
                .param("actor", actor.id().value())
                .param("place", actor.place().value())
                .param("name", name)
                .param("address", address)
                .param("shared", shared)
                .param("saved", Timestamp.from(now))
                .update();
    }

    boolean remove(Actor actor, UUID id) {
        return jdbc.sql("delete from table_saved where id = :id and actor = :actor")
                        .param("id", id)
                        .param("actor", actor.id().value())
                        .update()
                > 0;
    }
}
