package se.samsyn.followup.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.retention.Erasure.Line;
import se.samsyn.followup.retention.Erasure.Signature;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import tools.jackson.databind.json.JsonMapper;

/** Proposals and receipts in the database, under the row scope of their unit. */
@Repository
class ErasureStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line as it is stored. */
    private record Stored(
            String id, String set, int opened, String basis, int years, String from, String arises, String last) {

        static Stored of(Line line) {
            return new Stored(
                    line.of().toString(),
                    line.instrument().value(),
                    line.opened(),
                    line.rule().basis().name(),
                    line.rule().years(),
                    line.rule().from().name(),
                    line.arises().toString(),
                    line.last().toString());
        }

        Line line() {
            return new Line(
                    CaseId.of(id),
                    new InstrumentKey(set),
                    opened,
                    new Rule(Basis.valueOf(basis), years, CountedFrom.valueOf(from)),
                    LocalDate.parse(arises),
                    LocalDate.parse(last));
        }
    }

    static String text(List<Line> lines) {
        return JSON.writeValueAsString(lines.stream().map(Stored::of).toList());
    }

    static List<Line> lines(String text) {
        return List.of(JSON.readValue(text, Stored[].class)).stream()
                .map(Stored::line)
                .toList();
    }

    private static final String ADD = """
            insert into followup_erasure (id, unit_id, municipality, state, cases, proposed_by, proposer, proposed_at,
                decided_by, decider, decided_at, receipt, hash)
            values (:id, :unit, :municipality, :state, :cases, :by, :proposer, :at, :decidedBy, :decider, :decidedAt,
                :receipt, :hash)
            """;

    /** Adds a proposal. */
    void add(Erasure proposed) {
        write(ADD, proposed);
    }

    /** Writes what became of a proposal. */
    void settle(Erasure decided) {
        write("""
                update followup_erasure set state = :state, decided_by = :decidedBy, decider = :decider, decided_at = :decidedAt,
                    receipt = :receipt, hash = :hash
                where id = :id""", decided);
    }

    /** Puts an erasure back that a restored database does not know of, or knows as a proposal. */
    void putBack(Erasure erased) {
        write(ADD + """
                on conflict (id) do update set state = excluded.state, decided_by = excluded.decided_by,
                    decider = excluded.decider, decided_at = excluded.decided_at, receipt = excluded.receipt, hash = excluded.hash
                """, erased);
    }

    private void write(String statement, Erasure added) {
        jdbc.sql(statement)
                .param("id", added.id())
                .param("unit", added.unit().value())
                .param("municipality", added.municipality().value())
                .param("state", added.state().name())
                .param("cases", text(added.lines()))
                .param("by", added.proposal().by().value())
                .param("proposer", added.proposal().name())
                .param("at", Timestamp.from(added.proposal().at()))
                .param(
                        "decidedBy",
                        added.decision().map(each -> each.by().value()).orElse(null),
                        Types.OTHER)
                .param("decider", added.decision().map(Signature::name).orElse(null), Types.VARCHAR)
                .param(
                        "decidedAt",
                        added.decision().map(each -> Timestamp.from(each.at())).orElse(null),
                        Types.TIMESTAMP)
                .param("receipt", added.receipt().map(Erasure.Receipt::text).orElse(null), Types.VARCHAR)
                .param("hash", added.receipt().map(Erasure.Receipt::hash).orElse(null), Types.VARCHAR)
                .update();
    }

    /** The proposal as it stands, which nobody else decides before the transaction is over. */
    Optional<Erasure> hold(UUID id) {
        return jdbc.sql("select * from followup_erasure where id = :id for update")
                .param("id", id)
                .query(ErasureStore::erasure)
                .optional();
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.sql("select * from followup_erasure where id = :id")
                .param("id", id)
                .query(ErasureStore::erasure)
                .optional();
    }

    /** The latest in the scope first. */
    List<Erasure> latest(int most) {
        return jdbc.sql("select * from followup_erasure order by proposed_at desc, id limit :most")
                .param("most", most)
                .query(ErasureStore::erasure)
                .list();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new PlaceCode(row.getString("municipality")),
                Erasure.State.valueOf(row.getString("state")),
                lines(row.getString("cases")),
                new Signature(
                        new ActorId(row.getObject("proposed_by", UUID.class)),
                        row.getString("proposer"),
                        row.getTimestamp("proposed_at").toInstant()),
                decision(row),
                receipt(row));
    }

    private static Optional<Signature> decision(ResultSet row) throws SQLException {
        var by = row.getObject("decided_by", UUID.class);
        return by == null
                ? Optional.empty()
                : Optional.of(new Signature(
                        new ActorId(by),
                        Optional.ofNullable(row.getString("decider")).orElse(""),
                        row.getTimestamp("decided_at").toInstant()));
    }

    private static Optional<Erasure.Receipt> receipt(ResultSet row) throws SQLException {
        var text = row.getString("receipt");
        var hash = row.getString("hash");
        return text == null || hash == null ? Optional.empty() : Optional.of(new Erasure.Receipt(text, hash));
    }
}
