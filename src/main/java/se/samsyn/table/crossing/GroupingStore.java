package se.samsyn.table.crossing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.Actor;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

@Repository
class GroupingStore {

    private final JdbcClient jdbc;

    GroupingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnGrouping> all() {
        return jdbc.sql("select id, data_set, field, name, contents, owner from table_grouping order by name, made")
                .query((row, _) -> new OwnGrouping(
                        row.getObject("id", UUID.class),
                        new InstrumentKey(row.getString("data_set")),
                        row.getString("field"),
                        row.getString("name"),
                        row.getString("contents"),
                        new PlaceCode(row.getString("owner"))))
                .list();
    }

    /** Whether it was added; not where there is one of that name already. */
    boolean add(OwnGrouping grouping, Actor actor, Instant now) {
        return jdbc.sql("""
                insert into table_grouping (id, data_set, field, name, contents, owner, made_by, made)
                values (:id, :set, :field, :name, :contents, :owner, :actor, :made)
                on conflict (data_set, field, name) do nothing
                """)
                        .param("id", grouping.id())
                        .param("set", grouping.set().value())
                        .param("field", grouping.field())
                        .param("name", grouping.name())
                        .param("contents", grouping.contents())
                        .param("owner", grouping.owner().value())
                        .param("actor", actor.id().value())
                        .param("made", Timestamp.from(now))
                        .update()
                > 0;
    }

    boolean remove(UUID id, PlaceCode owner) {
        return jdbc.sql("delete from table_grouping where id = :id and owner = :owner")
                        .param("id", id)
                        .param("owner", owner.value())
                        .update()
                > 0;
    }
}
