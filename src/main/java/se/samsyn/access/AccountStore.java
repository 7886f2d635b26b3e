package se.samsyn.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

@Repository
class AccountStore implements EndedSessions.Kept {

    private static final String ALL =
            "*, exists (select 1 from access_factor f where f.account = access_account.id) as has_factor";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String username) {
        return jdbc.sql("select " + ALL + " from access_account where username = :username")
                .param("username", username)
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> find(ActorId id) {
        return jdbc.sql("select " + ALL + " from access_account where id = :id")
                .param("id", id.value())
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> hold(ActorId id) {
        return jdbc.sql("select " + ALL + " from access_account where id = :id for update of access_account")
                .param("id", id.value())
                .query(AccountStore::account)
                .optional();
    }

    List<Account> within(PlaceCode place) {
        return jdbc.sql("select " + ALL + """
                 from access_account where :place = 'SE' or place like :place || '%' order by role, place, name
                """)
                .param("place", place.value())
                .query(AccountStore::account)
                .list();
    }

    /** Those of these accounts that are in use. */
    List<Account> inUse(Set<ActorId> ids) {
        return jdbc.sql("select " + ALL + " from access_account where active and id = any (:ids)")
                .param("ids", ids.stream().map(ActorId::value).toArray(UUID[]::new))
                .query(AccountStore::account)
                .list();
    }

    /** Since when the sessions of these accounts must have begun, for those whose sessions have been ended. */
    Map<ActorId, Instant> sessionsFrom(Set<ActorId> ids) {
        var found = new HashMap<ActorId, Instant>();
        jdbc.sql("select id, sessions_from from access_account where sessions_from is not null and id = any (:ids)")
                .param("ids", ids.stream().map(ActorId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    found.put(
                            new ActorId(row.getObject("id", UUID.class)),
                            row.getTimestamp("sessions_from").toInstant());
                });
        return found;
    }

    @Override
    public void endSessions(ActorId id, Instant at) {
        jdbc.sql("update access_account set sessions_from = greatest(sessions_from, :at) where id = :id")
                .param("at", timestamp(at))
                .param("id", id.value())
                .update();
    }

    boolean none() {
        return jdbc.sql("select not exists (select 1 from access_account)")
                .query(Boolean.class)
                .single();
    }

    void add(Account account) {
        var actor = account.actor();
        jdbc.sql("""
                insert into access_account (id, username, password_hash, temporary_until, name, role, place, unit_id, external_id)
                values (:id, :username, :hash, :temporary, :name, :role, :place, :unit, :external)
                """)
                .param("id", actor.id().value())
                .param("username", account.username())
                .param("hash", account.passwordHash())
                .param("temporary", timestamp(account.temporaryUntil()))
                .param("name", actor.name())
                .param("role", actor.role().name())
                .param("place", actor.place().value())
                .param("unit", actor.unit().map(UnitId::value).orElse(null))
                .param("external", account.externalId())
                .update();
    }

    /** Counts a wrong password, in one statement so that none is lost where many come at once. */
    Optional<Account> failed(String username, Instant now, int allowed, Instant lockedUntil) {
        return jdbc.sql("""
                update access_account
                   set failures = case when locked_until > :now then failures
                                       when failures + 1 >= :allowed then 0 else failures + 1 end,
                       locked_until = case when locked_until > :now then locked_until
                                           when failures + 1 >= :allowed then cast(:until as timestamptz) end
                 where username = :username
                returning\s""" + ALL)
                .param("now", Timestamp.from(now))
                .param("allowed", allowed)
                .param("until", Timestamp.from(lockedUntil))
                .param("username", username)
                .query(AccountStore::account)
                .optional();
    }

    void succeeded(ActorId id) {
        jdbc.sql("update access_account set failures = 0, locked_until = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Sets a password, one's own where no end is given, and opens a lock. */
    void setPassword(ActorId id, String hash, @Nullable Instant temporaryUntil) {
        jdbc.sql("""
                update access_account
                   set password_hash = :hash, temporary_until = :temporary, failures = 0, locked_until = null
                 where id = :id
                """)
                .param("hash", hash)
                .param("temporary", timestamp(temporaryUntil))
                .param("id", id.value())
                .update();
    }

    void activate(ActorId id, boolean active) {
        jdbc.sql("update access_account set active = :active where id = :id")
                .param("active", active)
                .param("id", id.value())
                .update();
    }

    /** The account that stands for whom a provider calls this. */
    Optional<Account> findExternal(String externalId) {
        return jdbc.sql("select " + ALL + " from access_account where lower(external_id) = lower(:external)")
                .param("external", externalId)
                .query(AccountStore::account)
                .optional();
    }

    /** Sets everything an administrator decides about an account but its username and whether it is in use. */
    void change(Actor actor, @Nullable String externalId) {
        jdbc.sql("""
                update access_account
                   set name = :name, role = :role, place = :place, unit_id = :unit, external_id = :external
                 where id = :id
                """)
                .param("name", actor.name())
                .param("role", actor.role().name())
                .param("place", actor.place().value())
                .param("unit", actor.unit().map(UnitId::value).orElse(null))
                .param("external", externalId)
                .param("id", actor.id().value())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
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
                instant(row, "temporary_until"),
                instant(row, "locked_until"),
                row.getBoolean("active"),
                row.getBoolean("has_factor"),
                row.getString("external_id"));
    }
}
