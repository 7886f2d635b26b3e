package se.samsyn.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

@Repository
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String username) {
        return jdbc.sql("select * from access_account where username = :username")
                .param("username", username)
                .query(AccountStore::account)
                .optional();
    }

    List<Account> within(PlaceCode place) {
        return jdbc.sql("""
                select * from access_account where :place = 'SE' or place like :place || '%' order by role, place, name
                """)
                .param("place", place.value())
                .query(AccountStore::account)
                .list();
    }

    boolean none() {
        return jdbc.sql("select not exists (select 1 from access_account)")
                .query(Boolean.class)
                .single();
    }

    void add(Account account) {
        var actor = account.actor();
        jdbc.sql("""
                insert into access_account (id, username, password_hash, name, role, place, unit_id)
                values (:id, :username, :hash, :name, :role, :place, :unit)
                """)
                .param("id", actor.id().value())
                .param("username", account.username())
                .param("hash", account.passwordHash())
                .param("name", actor.name())
                .param("role", actor.role().name())
                .param("place", actor.place().value())
                .param("unit", actor.unit().map(UnitId::value).orElse(null))
                .update();
    }

    void failed(String username, int failures, @Nullable Instant lockedUntil) {
        jdbc.sql("""
                update access_account set failures = :failures, locked_until = :until where username = :username
                """)
                .param("failures", failures)
                .param("until", lockedUntil == null ? null : Timestamp.from(lockedUntil))
                .param("username", username)
                .update();
    }

    void activate(ActorId id, boolean active) {
        jdbc.sql("update access_account set active = :active where id = :id")
                .param("active", active)
                .param("id", id.value())
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("locked_until");
        return new Account(
                new Actor(
                        new ActorId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        new PlaceCode(row.getString("place")),
                        Optional.ofNullable(row.getObject("unit_id", UUID.class))
                                .map(UnitId::new)),
                row.getString("username"),
                row.getString("password_hash"),
                row.getInt("failures"),
                until == null ? null : until.toInstant(),
                row.getBoolean("active"));
    }
}
