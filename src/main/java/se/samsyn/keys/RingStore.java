package se.samsyn.keys;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which keys the data has been sealed with, by their numbers. Written on its own: a number outlives the work that first needed the key. */
@Repository
class RingStore {

    private final JdbcClient jdbc;

    RingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of the keys of a ring; nothing where it has never been used. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Optional<Set<Integer>> find(Ring ring) {
        return jdbc.sql("select keys from keys_ring where name = :name")
                .param("name", ring.name())
                .query((row, number) -> (Integer[]) row.getArray("keys").getArray())
                .optional()
                .map(Set::of);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Map<Ring, Set<Integer>> all() {
        record Kept(String name, Set<Integer> keys) {}
        return jdbc
                .sql("select name, keys from keys_ring order by name")
                .query((row, number) -> new Kept(
                        row.getString("name"),
                        Arrays.stream((Integer[]) row.getArray("keys").getArray())
                                .collect(Collectors.toSet())))
                .stream()
                .collect(Collectors.toMap(
                        kept -> Ring.named(kept.name()).orElseThrow(),
                        Kept::keys,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Adds numbers to those of a ring. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(Ring ring, Set<Integer> more, Instant at) {
        jdbc.sql("""
                insert into keys_ring (name, keys, changed) values (:name, :keys, :at)
                on conflict (name) do update set changed = excluded.changed,
                    keys = (select array_agg(distinct number) from unnest(keys_ring.keys || excluded.keys) as number)
                """)
                .param("name", ring.name())
                .param("keys", more.toArray(Integer[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Takes numbers away from those of a ring. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(Ring ring, Set<Integer> dropped, Instant at) {
        jdbc.sql("""
                update keys_ring set changed = :at,
                    keys = array(select number from unnest(keys) as number where not number = any (:dropped))
                where name = :name
                """)
                .param("name", ring.name())
                .param("dropped", dropped.toArray(Integer[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Says that the transaction around this seals with a key, until it has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginSealing(Ring ring, int number) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext(:ring), :number)")
                .param("ring", "keys/" + ring.name())
                .param("number", number)
                .query((_, _) -> 0)
                .list();
    }

    /** Waits until every transaction that has sealed with a key has ended. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void awaitSealing(Ring ring, int number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:ring), :number)")
                .param("ring", "keys/" + ring.name())
                .param("number", number)
                .query((_, _) -> 0)
                .list();
    }
}
