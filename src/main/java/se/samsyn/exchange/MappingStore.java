package se.samsyn.exchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;

@Repository
class MappingStore {

    private final JdbcClient jdbc;

    MappingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(PlaceCode municipality, Mapping mapping, Instant now) {
        jdbc.sql("""
                insert into exchange_mapping (municipality, name, json, saved)
                values (:municipality, :name, :json, :saved)
                on conflict (municipality, name) do update set json = excluded.json, saved = excluded.saved
                """)
                .param("municipality", municipality.value())
                .param("name", mapping.name())
                .param("json", MappingJson.write(mapping))
                .param("saved", Timestamp.from(now))
                .update();
    }

    Optional<Mapping> find(PlaceCode municipality, String name) {
        return jdbc.sql("select json from exchange_mapping where municipality = :municipality and name = :name")
                .param("municipality", municipality.value())
                .param("name", name)
                .query(String.class)
                .optional()
                .map(MappingJson::read);
    }

    List<String> names(PlaceCode municipality) {
        return jdbc.sql("select name from exchange_mapping where municipality = :municipality order by name")
                .param("municipality", municipality.value())
                .query((row, _) -> row.getString("name"))
                .list();
    }
}
