package se.samsyn.keys;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The fingerprints of the secrets that the data was made with. Written on its own, before anything is made with a secret. */
@Repository
class SecretStore {

    private final JdbcClient jdbc;

    SecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Optional<String> find(SecretName name) {
        return read(name);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public List<SecretName> all() {
        return jdbc.sql("select name from keys_secret order by name")
                .query((row, number) -> new SecretName(row.getString("name")))
                .list();
    }

    /** Keeps the fingerprint unless there is one, and gives the one there is. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String keep(SecretName name, String fingerprint, Instant at) {
        jdbc.sql("""
                insert into keys_secret (name, fingerprint, kept) values (:name, :fingerprint, :at)
                on conflict (name) do nothing
                """)
                .param("name", name.value())
                .param("fingerprint", fingerprint)
                .param("at", Timestamp.from(at))
                .update();
        return read(name).orElseThrow();
    }

    private Optional<String> read(SecretName name) {
        return jdbc.sql("select fingerprint from keys_secret where name = :name")
                .param("name", name.value())
                .query(String.class)
                .optional();
    }
}
