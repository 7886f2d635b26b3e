package se.samsyn.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;
import tools.jackson.databind.json.JsonMapper;

/** Where figures come from. */
@Repository
class SourceStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Source> all(String words) {
        return jdbc.sql("""
                select * from indicator_source
                where lower(name || ' ' || publisher || ' ' || about || ' ' || key) like '%' || :words || '%' order by name collate "sv-x-icu"
                """)
                .param("words", words.toLowerCase(Locale.ROOT).strip().replaceAll("([\\\\%_])", "\\\\$1"))
                .query((row, number) -> source(row))
                .list();
    }

    Optional<Source> find(String key) {
        return jdbc.sql("select * from indicator_source where key = :key")
                .param("key", key)
                .query((row, number) -> source(row))
                .optional();
    }

    /** The place that declared a source; none for one that came with the program, and for one that is not there. */
    Optional<PlaceCode> owner(String key) {
        return jdbc.sql("select owner from indicator_source where key = :key and owner is not null")
                .param("key", key)
                .query(String.class)
                .optional()
                .map(PlaceCode::new);
    }

    /** The keys of those that a place has declared; the nation has those that came with the program too. */
    Set<String> of(PlaceCode owner) {
        return jdbc.sql("select key from indicator_source where coalesce(owner, 'SE') = :owner")
                .param("owner", owner.value())
                .query((row, _) -> row.getString(1))
                .set();
    }

    private static Source source(ResultSet row) throws SQLException {
        Set<Source.Reach> levels = EnumSet.noneOf(Source.Reach.class);
        for (Source.Reach reach : Source.Reach.values()) {
            if (row.getBoolean(reach.name().toLowerCase(Locale.ROOT))) {
                levels.add(reach);
            }
        }
        return new Source(
                row.getString("key"),
                row.getString("name"),
                row.getString("publisher"),
                Source.Kind.valueOf(row.getString("kind")),
                levels,
                row.getString("address"),
                row.getString("about"),
                JSON.readValue(row.getString("quality"), Quality.class));
    }

    /** One that is there keeps its owner. */
    void put(Source source, Optional<PlaceCode> owner) {
        jdbc.sql("""
                insert into indicator_source (key, name, publisher, kind, national, regional, local, address, about, quality, owner)
                values (:key, :name, :publisher, :kind, :national, :regional, :local, :address, :about, :quality::jsonb, :owner)
                on conflict (key) do update set name = excluded.name, publisher = excluded.publisher, kind = excluded.kind,
                    national = excluded.national, regional = excluded.regional, local = excluded.local,
                    address = excluded.address, about = excluded.about, quality = excluded.quality
                """)
                .param("key", source.key())
                .param("name", source.name())
                .param("publisher", source.publisher())
                .param("kind", source.kind().name())
                .param("national", source.levels().contains(Source.Reach.NATIONAL))
                .param("regional", source.levels().contains(Source.Reach.REGIONAL))
                .param("local", source.levels().contains(Source.Reach.LOCAL))
                .param("address", source.address())
                .param("about", source.about())
                .param("owner", owner.map(PlaceCode::value).orElse(null))
                .param("quality", JSON.writeValueAsString(source.quality()))
                .update();
    }
}
