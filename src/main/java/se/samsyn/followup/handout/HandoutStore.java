package se.samsyn.followup.handout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.handout.Handout.Signature;
import se.samsyn.followup.handout.Handout.State;
import se.samsyn.followup.handout.HandoutWish.Inclusion;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** Wishes to hand something out in the database, under the row scope of their unit. */
@Repository
class HandoutStore {

    private static final String SELECT = """
            select id, number, unit_id, municipality, instrument, since, until, variables, texts, hidden, reason, recipient, state,
                asked_by, asker, asked_at, decided_by, decider, decided_at, ended_at, persons, cardinality(cases) as found
              from followup_handout
            """;

    private final JdbcClient jdbc;

    HandoutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, PlaceCode municipality, HandoutWish wish, Inclusion texts, List<CaseId> cases, Signature asked) {
        jdbc.sql("""
                insert into followup_handout (id, unit_id, municipality, instrument, since, until, variables, texts, hidden,
                    reason, recipient, cases, state, asked_by, asker, asked_at)
                values (:id, :unit, :municipality, :instrument, :since, :until, :variables, :texts, :hidden,
                    :reason, :recipient, :cases, 'ASKED', :by, :asker, :at)
                """)
                .param("id", id)
                .param("unit", wish.unit().value())
                .param("municipality", municipality.value())
                .param("instrument", wish.instrument().value())
                .param("since", wish.since())
                .param("until", wish.until())
                .param("variables", String.join(" ", wish.variables()))
                .param("texts", texts.name())
                .param("hidden", wish.hidden().name())
                .param("reason", wish.reason())
                .param("recipient", wish.recipient())
                .param("cases", cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .param("by", asked.by().value())
                .param("asker", asked.name())
                .param("at", Timestamp.from(asked.at()))
                .update();
    }

    List<Handout> latest(int most) {
        return jdbc.sql(SELECT + " order by number desc limit :most")
                .param("most", most)
                .query(HandoutStore::handout)
                .list();
    }

    Optional<Handout> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(HandoutStore::handout)
                .optional();
    }

    /** The wish as it stands, which nobody else decides before the transaction is over. */
    Optional<Handout> hold(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(HandoutStore::handout)
                .optional();
    }

    /** The cases there were when it was asked for. */
    List<CaseId> cases(UUID id) {
        return jdbc.sql("select unnest(cases) as case_id from followup_handout where id = :id")
                .param("id", id)
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    void decide(UUID id, State state, Signature by) {
        jdbc.sql("""
                update followup_handout set state = :state, decided_by = :by, decider = :name, decided_at = :at,
                    ended_at = case when :state = 'DECLINED' then cast(:at as timestamptz) end
                where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("by", by.by().value())
                .param("name", by.name())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    void end(UUID id, State state, Instant at, OptionalInt persons) {
        jdbc.sql("update followup_handout set state = :state, ended_at = :at, persons = :persons where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("persons", persons.isPresent() ? persons.getAsInt() : null, Types.INTEGER)
                .update();
    }

    private static Handout handout(ResultSet row, int number) throws SQLException {
        var persons = row.getObject("persons", Integer.class);
        var ended = row.getTimestamp("ended_at");
        return new Handout(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new PlaceCode(row.getString("municipality")),
                wish(row),
                Inclusion.valueOf(row.getString("texts")),
                row.getInt("found"),
                State.valueOf(row.getString("state")),
                new Signature(
                        new ActorId(row.getObject("asked_by", UUID.class)),
                        row.getString("asker"),
                        row.getTimestamp("asked_at").toInstant()),
                decision(row),
                Optional.ofNullable(ended).map(Timestamp::toInstant),
                persons == null ? OptionalInt.empty() : OptionalInt.of(persons));
    }

    private static HandoutWish wish(ResultSet row) throws SQLException {
        return new HandoutWish(
                new UnitId(row.getObject("unit_id", UUID.class)),
                new InstrumentKey(row.getString("instrument")),
                row.getDate("since").toLocalDate(),
                row.getDate("until").toLocalDate(),
                List.of(row.getString("variables").split(" ")),
                Inclusion.valueOf(row.getString("hidden")),
                row.getString("reason"),
                row.getString("recipient"));
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
}
