package se.samsyn.followup.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

/** Rules in the database: the latest of a place and instrument counts, the earlier ones stay. */
@Repository
class RuleStore {

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PlaceCode place, InstrumentKey instrument, Rule rule, ActorId by, Instant at) {
        jdbc.sql("""
                insert into followup_rule (id, place, instrument, basis, years, counted_from, set_by, set_at)
                values (:id, :place, :instrument, :basis, :years, :from, :by, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("place", place.value())
                .param("instrument", instrument.value())
                .param("basis", rule.basis().name())
                .param("years", rule.years())
                .param("from", rule.from().name())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The rule that counts for each place and instrument that has one. */
    List<SetRule> latest() {
        return jdbc.sql("""
                select distinct on (place, instrument) * from followup_rule order by place, instrument, set_at desc, id
                """).query(RuleStore::rule).list();
    }

    private static SetRule rule(ResultSet row, int number) throws SQLException {
        return new SetRule(
                new PlaceCode(row.getString("place")),
                new InstrumentKey(row.getString("instrument")),
                new Rule(
                        Basis.valueOf(row.getString("basis")),
                        row.getInt("years"),
                        CountedFrom.valueOf(row.getString("counted_from"))),
                row.getTimestamp("set_at").toInstant());
    }
}
