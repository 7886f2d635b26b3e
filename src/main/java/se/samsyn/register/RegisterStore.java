package se.samsyn.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.engine.RowsName;
import se.samsyn.table.source.CodebookJson;

@Repository
class RegisterStore {

    private final JdbcClient jdbc;

    RegisterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Register> all() {
        return jdbc.sql("select * from register_register order by key")
                .query(RegisterStore::register)
                .list();
    }

    Optional<Register> find(String key) {
        return jdbc.sql("select * from register_register where key = :key")
                .param("key", key)
                .query(RegisterStore::register)
                .optional();
    }

    private static Register register(ResultSet row, int number) throws SQLException {
        return new Register(
                row.getObject("id", UUID.class),
                CodebookJson.read(row.getString("codebook")),
                new RowsName(row.getString("rows_name")),
                row.getLong("size"),
                row.getTimestamp("imported").toInstant());
    }

    void put(Register register, Optional<ActorId> by) {
        jdbc.sql("""
                insert into register_register (id, key, owner, codebook, rows_name, size, imported, imported_by)
                values (:id, :key, :owner, :codebook, :rows, :size, :imported, :by)
                on conflict (key) do update set owner = excluded.owner, codebook = excluded.codebook,
                    rows_name = excluded.rows_name, size = excluded.size, imported = excluded.imported,
                    imported_by = excluded.imported_by
                """)
                .param("id", register.id())
                .param("key", register.codebook().set().value())
                .param("owner", register.codebook().owner().value())
                .param("codebook", CodebookJson.write(register.codebook()))
                .param("rows", register.rows().value())
                .param("size", register.size())
                .param("imported", Timestamp.from(register.imported()))
                .param("by", by.map(ActorId::value).orElse(null))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from register_register where id = :id").param("id", id).update();
    }
}
