package se.samsyn.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentityStore {

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose account an identity has turned out to be. */
    Optional<ActorId> find(ProviderIdentity identity) {
        return jdbc.sql("select account from access_identity where issuer = :issuer and subject = :subject")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional()
                .map(ActorId::new);
    }

    /** Binds an identity to an account; whether neither was bound before. */
    boolean bind(ProviderIdentity identity, ActorId account, Instant now) {
        return jdbc.sql("""
                insert into access_identity (issuer, subject, account, bound_at) values (:issuer, :subject, :account, :now)
                on conflict do nothing
                """)
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("account", account.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void loosen(ActorId account) {
        jdbc.sql("delete from access_identity where account = :account")
                .param("account", account.value())
                .update();
    }
}
