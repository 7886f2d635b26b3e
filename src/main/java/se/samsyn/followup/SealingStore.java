package se.samsyn.followup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** What people have written as it is stored, for sealing it anew. A row that somebody else is writing is passed by, so that nobody waits. */
@Repository
class SealingStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;

    SealingStore(JdbcClient jdbc, NamedParameterJdbcTemplate many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    /** A table with texts, and how they lie in it. */
    enum Table {
        /** Goals: each is a text. */
        GOAL("followup_goal", "text", "true", ":stored"),
        /** Occasions: some of their answers are texts. */
        OCCASION("followup_occasion", "answers", "jsonb_path_exists(t.answers, '$.*.text')", ":stored::jsonb");

        private final String name;
        private final String column;
        private final String holds;
        private final String value;

        Table(String name, String column, String holds, String value) {
            this.name = name;
            this.column = column;
            this.holds = holds;
            this.value = value;
        }
    }

    /** What a row's column holds. */
    record Stored(UUID id, String text) {}

    /** The municipalities that have cases; as many as the scope shows. */
    Set<PlaceCode> municipalities() {
        return jdbc.sql("select distinct municipality from followup_case")
                .query((row, number) -> new PlaceCode(row.getString("municipality")))
                .set();
    }

    /** The rows of units that hold a text. */
    List<UUID> rows(Table table, Set<UnitId> units) {
        return jdbc.sql("select t.id from " + table.name + " t join followup_case k on k.id = t.case_id"
                        + " where k.unit_id = any (:units) and " + table.holds + " order by t.id")
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    /** Those of the rows that are still there. */
    List<UUID> there(Table table, List<UUID> ids) {
        return jdbc.sql("select id from " + table.name + " where id = any (:ids) order by id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    List<Stored> read(Table table, List<UUID> ids) {
        return read(table, ids, "");
    }

    /** Those of the rows that nobody is writing; nobody else writes them before the transaction is over. */
    List<Stored> hold(Table table, List<UUID> ids) {
        return read(table, ids, " for update skip locked");
    }

    private List<Stored> read(Table table, List<UUID> ids, String how) {
        return jdbc.sql("select id, " + table.column + " as stored from " + table.name
                        + " where id = any (:ids) order by id" + how)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Stored(row.getObject("id", UUID.class), row.getString("stored")))
                .list();
    }

    /** Writes texts in other seals: nothing that counts as a change of the row. */
    void write(Table table, List<Stored> rows) {
        many.batchUpdate(
                "update " + table.name + " set " + table.column + " = " + table.value + " where id = :id",
                rows.stream()
                        .map(row -> new MapSqlParameterSource(Map.of("id", row.id(), "stored", row.text())))
                        .toArray(SqlParameterSource[]::new));
    }

    /** The municipalities that may have texts from before there were seals. */
    List<PlaceCode> unsealed() {
        return jdbc.sql("select municipality from followup_unsealed order by municipality")
                .query((row, number) -> new PlaceCode(row.getString("municipality")))
                .list();
    }

    /** All of a municipality's texts are sealed. */
    void sealed(PlaceCode municipality) {
        jdbc.sql("delete from followup_unsealed where municipality = :municipality")
                .param("municipality", municipality.value())
                .update();
    }
}
