package se.samsyn.table.crossing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;

@Repository
class LedgerStore {

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else asks of the data set, to the end of the transaction. */
    void lock(String set) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('table_asked ' || :set))")
                .param("set", set)
                .query((_, _) -> 0)
                .list();
    }

    /** Whether a population of these very rows has been asked about, and so was held against the others. */
    boolean holds(String set, String rows, String population) {
        return jdbc.sql("""
                select exists (select from table_asked
                    where data_set = :set and population = :population and rows_name = :rows)
                """)
                .param("set", set)
                .param("population", population)
                .param("rows", rows)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** The populations that have been asked about and are nearly as many as this one, in whatever reading of the data set. */
    List<String> near(String set, long persons, long nearer) {
        return jdbc.sql("""
                select distinct population from table_asked
                where data_set = :set and persons between :low and :high
                """)
                .param("set", set)
                .param("low", persons - nearer)
                .param("high", persons + nearer)
                .query((row, _) -> row.getString("population"))
                .list();
    }

    /** In how many ways a population has been split, by one and by all. */
    record Splits(long own, long all, boolean known) {}

    Splits splits(String set, String population, String split, ActorId actor) {
        return jdbc.sql("""
                select count(distinct split) filter (where actor = :actor) as own, count(distinct split) as all_of,
                    coalesce(bool_or(split = :split), false) as known
                from table_asked where data_set = :set and population = :population
                """)
                .param("set", set)
                .param("population", population)
                .param("split", split)
                .param("actor", actor.value())
                .query((row, _) -> new Splits(row.getLong("own"), row.getLong("all_of"), row.getBoolean("known")))
                .single();
    }

    void add(String set, String rows, String population, long persons, String split, ActorId actor, Instant now) {
        jdbc.sql("""
                insert into table_asked (id, actor, data_set, population, persons, split, rows_name, asked)
                values (:id, :actor, :set, :population, :persons, :split, :rows, :asked)
                """)
                .param("id", UUID.randomUUID())
                .param("actor", actor.value())
                .param("set", set)
                .param("population", population)
                .param("persons", persons)
                .param("split", split)
                .param("rows", rows)
                .param("asked", Timestamp.from(now))
                .update();
    }
}
