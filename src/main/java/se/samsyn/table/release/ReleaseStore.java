package se.samsyn.table.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.source.CodebookJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Repository
class ReleaseStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Released> of(InstrumentKey set) {
        return jdbc.sql("select * from table_release where data_set = :set order by released, id")
                .param("set", set.value())
                .query(ReleaseStore::released)
                .list();
    }

    List<Released> all() {
        return jdbc.sql("select * from table_release order by released desc, id")
                .query(ReleaseStore::released)
                .list();
    }

    Optional<Released> find(UUID id) {
        return jdbc.sql("select * from table_release where id = :id")
                .param("id", id)
                .query(ReleaseStore::released)
                .optional();
    }

    private static Released released(ResultSet row, int number) throws SQLException {
        JsonNode declared = JSON.readTree(row.getString("declared"));
        return new Released(
                row.getObject("id", UUID.class),
                new PlaceCode(row.getString("owner")),
                Declared.of(
                        new InstrumentKey(row.getString("data_set")),
                        declared.path("tables").asString(),
                        Optional.of(declared.path("period").asString())),
                row.getString("rows_name"),
                row.getString("name"),
                JSON.readValue(row.getString("report"), Attacked.Report.class),
                cells(row.getString("cells")),
                row.getString("hash"),
                row.getTimestamp("released").toInstant(),
                Optional.ofNullable(row.getString("codebook")).map(CodebookJson::read));
    }

    private static Map<String, Optional<Long>> cells(String json) {
        Map<String, Optional<Long>> cells = new LinkedHashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(cell -> cells.put(
                        cell.getKey(),
                        cell.getValue().isNull()
                                ? Optional.empty()
                                : Optional.of(cell.getValue().asLong())));
        return cells;
    }

    /** The cells as they are stored and as the hash is made of. */
    static String text(Map<String, Optional<Long>> cells) {
        ObjectNode json = JSON.createObjectNode();
        cells.forEach((name, count) -> {
            if (count.isPresent()) {
                json.put(name, count.get());
            } else {
                json.putNull(name);
            }
        });
        return JSON.writeValueAsString(json);
    }

    void add(Released release, ActorId by) {
        ObjectNode declared = JSON.createObjectNode();
        declared.put("tables", release.declared().text());
        declared.put("period", release.declared().period().orElse(""));
        jdbc.sql("""
                insert into table_release (id, owner, data_set, rows_name, name, declared, report, cells, hash, released, released_by, codebook)
                values (:id, :owner, :set, :rows, :name, :declared, :report, :cells, :hash, :released, :by, :codebook)
                """)
                .param("id", release.id())
                .param("owner", release.owner().value())
                .param("set", release.declared().set().value())
                .param("rows", release.rows())
                .param("name", release.name())
                .param("declared", JSON.writeValueAsString(declared))
                .param("report", JSON.writeValueAsString(release.report()))
                .param("cells", text(release.cells()))
                .param("hash", release.hash())
                .param("released", Timestamp.from(release.released()))
                .param("by", by.value())
                .param("codebook", release.codebook().map(CodebookJson::write).orElse(null))
                .update();
    }

    /** One release at a time, so that none misses another's cells. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(20262203)").query((_, _) -> 0).list();
    }
}
