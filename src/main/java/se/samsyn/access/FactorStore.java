package se.samsyn.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FactorStore {

    private final JdbcClient jdbc;

    FactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Factor> find(ActorId account) {
        return jdbc.sql("""
                select f.secret, f.since, f.last_step,
                       (select count(*) from access_recovery_code c where c.account = f.account and c.used_at is null) as codes
                  from access_factor f where f.account = :account
                """)
                .param("account", account.value())
                .query(FactorStore::factor)
                .optional();
    }

    /** Keeps a factor in place of the one there may have been. */
    void put(ActorId account, Factor factor) {
        remove(account);
        jdbc.sql("""
                insert into access_factor (account, secret, since, last_step) values (:account, :secret, :since, :step)
                """)
                .param("account", account.value())
                .param("secret", factor.sealed())
                .param("since", Timestamp.from(factor.since()))
                .param("step", factor.lastStep())
                .update();
    }

    /** Takes the code of a step; whether it was the first to. */
    boolean take(ActorId account, long step) {
        return jdbc.sql("update access_factor set last_step = :step where account = :account and last_step < :step")
                        .param("step", step)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void remove(ActorId account) {
        jdbc.sql("delete from access_recovery_code where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("delete from access_factor where account = :account")
                .param("account", account.value())
                .update();
    }

    /** Keeps these hashes of codes in place of those there were. */
    void putCodes(ActorId account, List<String> hashes) {
        jdbc.sql("delete from access_recovery_code where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("insert into access_recovery_code (account, hash) select :account, hash from unnest(:hashes) hash")
                .param("account", account.value())
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    /** Takes a code by its hash; whether there was such a code, not taken before. */
    boolean takeCode(ActorId account, String hash, Instant now) {
        return jdbc.sql("""
                update access_recovery_code set used_at = :now where account = :account and hash = :hash and used_at is null
                """)
                        .param("now", Timestamp.from(now))
                        .param("account", account.value())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    /** All secrets there are, as they are sealed. */
    List<Kept> all() {
        return jdbc.sql("select account, secret from access_factor")
                .query((row, _) -> new Kept(new ActorId(row.getObject("account", UUID.class)), row.getString("secret")))
                .list();
    }

    /** Puts a secret sealed anew in place of itself; whether it was still there. */
    boolean replace(Kept before, String sealed) {
        return jdbc.sql("update access_factor set secret = :sealed where account = :account and secret = :before")
                        .param("sealed", sealed)
                        .param("account", before.account().value())
                        .param("before", before.sealed())
                        .update()
                == 1;
    }

    private static Factor factor(ResultSet row, int number) throws SQLException {
        return new Factor(
                row.getString("secret"),
                row.getTimestamp("since").toInstant(),
                row.getLong("last_step"),
                row.getInt("codes"));
    }

    /** Whose secret, and the secret as it is sealed. */
    record Kept(ActorId account, String sealed) {}

    /**
     * A second factor as it is kept.
     *
     * @param sealed the secret, sealed
     * @param lastStep the last step a code was taken of
     * @param codes how many recovery codes are left
     */
    record Factor(String sealed, Instant since, long lastStep, int codes) {}
}
