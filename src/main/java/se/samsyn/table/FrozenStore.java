package se.samsyn.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.InstrumentKey;

@Repository
class FrozenStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;

    FrozenStore(JdbcClient jdbc, NamedParameterJdbcTemplate many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    /** A table to be stored, as text. */
    record Text(ProtectedTable table, String contents, String hash) {}

    void add(UUID occasion, List<Text> texts, Instant at) {
        many.batchUpdate(
                """
                insert into table_frozen (id, occasion, data_set, place, span, name, contents, hash, as_of, frozen_at)
                values (:id, :occasion, :set, :place, :span, :name, :contents, :hash, :asOf, :at)
                on conflict (occasion, name) do nothing
                """, texts.stream().map(text -> row(occasion, text, at)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(UUID occasion, Text text, Instant at) {
        TableKey key = text.table().key();
        return new MapSqlParameterSource("id", UUID.randomUUID())
                .addValue("occasion", occasion)
                .addValue("set", key.set().value())
                .addValue("place", key.where().toString())
                .addValue("span", key.span().toString())
                .addValue("name", key.toString())
                .addValue("contents", text.contents())
                .addValue("hash", text.hash())
                .addValue("asOf", Timestamp.from(text.table().definition().asOf()))
                .addValue("at", Timestamp.from(at));
    }

    /** What there is, the latest first. */
    List<Frozen> all() {
        return jdbc.sql("""
                select occasion, data_set, place, span, max(as_of) as as_of, max(frozen_at) as frozen_at, count(*) as tables
                  from table_frozen group by occasion, data_set, place, span
                 order by max(frozen_at) desc, data_set, length(place), place, span
                """).query(FrozenStore::frozen).list();
    }

    List<String> contents(UUID occasion, Where where, Span span) {
        return jdbc.sql("""
                select contents from table_frozen where occasion = :occasion and place = :place and span = :span order by name
                """)
                .param("occasion", occasion)
                .param("place", where.toString())
                .param("span", span.toString())
                .query((row, _) -> String.valueOf(row.getString("contents")))
                .list();
    }

    Optional<String> contents(UUID occasion, TableKey key) {
        return jdbc.sql("select contents from table_frozen where occasion = :occasion and name = :name")
                .param("occasion", occasion)
                .param("name", key.toString())
                .query(String.class)
                .optional();
    }

    private static Frozen frozen(ResultSet row, int number) throws SQLException {
        return new Frozen(
                row.getObject("occasion", UUID.class),
                new InstrumentKey(row.getString("data_set")),
                Where.of(row.getString("place")),
                Span.of(row.getString("span")),
                row.getTimestamp("as_of").toInstant(),
                row.getTimestamp("frozen_at").toInstant(),
                row.getLong("tables"));
    }
}
