package se.samsyn.proof.trust;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.database.RowScope;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Unit;

/** Asks the database itself, as the application's role and in whatever row scope the caller has bound. */
@Repository
class RowStore {

    private static final String SCHEMA = "samsyn";

    private final JdbcClient sql;

    RowStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The tables whose rows are a unit's. */
    List<String> tablesOfUnits() {
        return sql.sql("""
                        select t.table_name from information_schema.tables t
                          join information_schema.columns c using (table_schema, table_name)
                         where t.table_schema = :schema and t.table_type = 'BASE TABLE' and c.column_name = 'unit_id'
                           and table_name in (select table_name from information_schema.columns
                                               where table_schema = :schema and column_name = 'municipality')
                           and table_name not like 'access\\_%' and table_name not like 'database\\_%'
                         order by 1""")
                .param("schema", SCHEMA)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The tables with something of a person in them that stand without row security, or without it for their owner. */
    List<String> unguarded() {
        return sql.sql("""
                        select distinct c.relname from pg_class c
                          join pg_attribute a on a.attrelid = c.oid
                         where c.relnamespace = 'samsyn'::regnamespace and c.relkind = 'r'
                           and a.attname in ('case_id', 'local_id', 'answers', 'birth_year')
                           and not (c.relrowsecurity and c.relforcerowsecurity)
                         order by 1""").query((row, _) -> row.getString(1)).list();
    }

    long rows(String table, UnitId unit) {
        return sql.sql("select count(*) from " + table + " where unit_id = :unit")
                .param("unit", unit.value())
                .query(Long.class)
                .single();
    }

    long rows(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Tries to change rows of a unit into what they are; gives how many could be. */
    int touched(String table, UnitId unit) {
        return sql.sql("update " + table + " set municipality = municipality where unit_id = :unit")
                .param("unit", unit.value())
                .update();
    }

    int removed(String table, UnitId unit) {
        return sql.sql("delete from " + table + " where unit_id = :unit")
                .param("unit", unit.value())
                .update();
    }

    /** The state in which the database refuses the unit a row; empty where it takes it. */
    String refusalOf(String table, String row) {
        var columns = columns(table);
        try {
            sql.sql("insert into %s (%s) select %s from json_populate_record(null::%s, cast(:row as json))"
                            .formatted(table, columns, columns, table))
                    .param("row", row)
                    .update();
            return "";
        } catch (DataAccessException refused) {
            return state(refused);
        }
    }

    /** The state in which the database refuses to move rows to a unit; empty where it takes them. */
    String refusalOfMove(String table, UnitId from, UnitId to) {
        try {
            int moved = sql.sql("update " + table + " set unit_id = :to where unit_id = :from")
                    .param("to", to.value())
                    .param("from", from.value())
                    .update();
            return moved == 0 ? "none" : "";
        } catch (DataAccessException refused) {
            return state(refused);
        }
    }

    /** A rating of each goal of the unit's cases. */
    int rate(UnitId unit) {
        return sql.sql("""
                        insert into followup_rating (goal_id, case_id, unit_id, municipality, date, step)
                        select id, case_id, unit_id, municipality, set_on, 'NOT_REACHED' from followup_goal where unit_id = :unit
                        on conflict do nothing""").param("unit", unit.value()).update();
    }

    /** What is said of a case, a proposal to erase it and a wish to hand it out, all by the same person. */
    int keepSomething(Unit unit, UUID by) {
        return List.of("""
                        insert into followup_keeping (case_id, unit_id, municipality, kept_for)
                        select id, unit_id, municipality, 'NONE' from followup_case where unit_id = :unit limit 1
                        on conflict do nothing""", """
                        insert into followup_erasure (id, unit_id, municipality, state, cases, proposed_by, proposer, proposed_at)
                        values (gen_random_uuid(), :unit, :place, 'PROPOSED', '[]', :by, 'Prövare', now())""", """
                        insert into followup_handout (id, unit_id, municipality, instrument, since, until, variables, texts, hidden, reason,
                            recipient, state, asked_by, asker, asked_at)
                        values (gen_random_uuid(), :unit, :place, 'prove-trust', current_date, current_date, '', 'LEFT_OUT', 'LEFT_OUT',
                            'Prövning av skydd', 'Ingen', 'ASKED', :by, 'Prövare', now())""").stream()
                .mapToInt(statement -> sql.sql(statement)
                        .param("unit", unit.id().value())
                        .param("place", unit.municipality().value())
                        .param("by", by)
                        .update())
                .sum();
    }

    /** A row of a unit's as JSON. */
    String row(String table, UnitId unit) {
        return sql.sql("select to_json(t)::text from " + table + " t where unit_id = :unit limit 1")
                .param("unit", unit.value())
                .query(String.class)
                .single();
    }

    /** What the rows of a unit are, table by table, in a few signs. */
    Map<String, String> digests(UnitId unit) {
        return RowScope.working(Set.of(unit), "", () -> {
            var digests = new TreeMap<String, String>();
            for (var table : tablesOfUnits()) {
                digests.put(
                        table + " " + unit,
                        sql.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
                                        + " t where unit_id = :unit")
                                .param("unit", unit.value())
                                .query(String.class)
                                .single());
            }
            return digests;
        });
    }

    /** The accounts, units and organisations there are, in a few signs. */
    String peopleAndUnits() {
        return sql.sql("""
                        select (select coalesce(md5(string_agg(id::text || role || place || active, '|' order by id::text)), '') from access_account)
                            || (select count(*) from organisation_unit) || (select count(*) from organisation_organisation)
                        """).query(String.class).single();
    }

    /** Writes a line of an earlier day in the log, so that there is something to review. */
    void remember(PlaceCode place, Instant at) {
        sql.sql("insert into access_log (at, event, place) values (:at, 'SIGN_IN', :place)")
                .param("at", Timestamp.from(at))
                .param("place", place.value())
                .update();
    }

    /** Changes that the log lets through as the application's role, of those that must be refused. */
    long logChangesLetThrough() {
        return List.of("update access_log set event = 'x'", "delete from access_log", "truncate access_log").stream()
                .filter(change -> {
                    try {
                        return sql.sql(change).update() > 0;
                    } catch (DataAccessException refused) {
                        return state(refused).isEmpty();
                    }
                })
                .count();
    }

    private String columns(String table) {
        return sql.sql("""
                        select string_agg(column_name, ', ') from information_schema.columns
                         where table_schema = :schema and table_name = :table
                           and is_identity = 'NO' and is_generated = 'NEVER'""")
                .param("schema", SCHEMA)
                .param("table", table)
                .query(String.class)
                .single();
    }

    private static String state(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "?";
    }
}
