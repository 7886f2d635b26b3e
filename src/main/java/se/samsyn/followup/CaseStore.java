package se.samsyn.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;

/** Cases in the database. Row-level security decides which of them exist for the one who asks. */
@Repository
class CaseStore {

    /** Adds a case; takes the parameters of {@link #params}. */
    static final String ADD = """
            insert into followup_case (id, unit_id, municipality, instrument, local_id, sex, birth_year, identity, way_in,
                opened, closed, close_reason, revision)
            values (:id, :unit, :municipality, :instrument, :local, :sex, :birth, :identity, :way,
                :opened, :closed, :reason, 1)
            """;

    /** Changes a case; takes the parameters of {@link #params}. */
    static final String CHANGE = """
            update followup_case set local_id = :local, sex = :sex, birth_year = :birth, identity = :identity, way_in = :way,
                opened = :opened, closed = :closed, close_reason = :reason, revision = revision + 1
            where id = :id
            """;

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Case> find(CaseId id) {
        return jdbc.sql("select * from followup_case where id = :id")
                .param("id", id.value())
                .query(CaseStore::caseOf)
                .optional();
    }

    /** The case as it stands now, which nobody else changes, or adds support and goals to, before the transaction is over. */
    Optional<Case> hold(CaseId id) {
        return jdbc.sql("select * from followup_case where id = :id for update")
                .param("id", id.value())
                .query(CaseStore::caseOf)
                .optional();
    }

    long count(UnitId unit, CaseFilter filter) {
        return jdbc.sql("select count(*) from followup_case where unit_id = :unit and " + where(filter))
                .param("unit", unit.value())
                .param("text", filter.text())
                .query(Long.class)
                .single();
    }

    Optional<CaseId> find(UnitId unit, InstrumentKey instrument, LocalId localId) {
        return jdbc.sql("""
                select id from followup_case
                where unit_id = :unit and instrument = :instrument and local_id = :local
                """)
                .param("unit", unit.value())
                .param("instrument", instrument.value())
                .param("local", localId.value())
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Cases of a unit, the latest opened first. */
    List<CaseOverview> list(UnitId unit, CaseFilter filter, int from, int most) {
        var cases = jdbc.sql("select * from followup_case where unit_id = :unit and " + where(filter) + """
                 order by opened desc, id limit :most offset :from
                """)
                .param("unit", unit.value())
                .param("text", filter.text())
                .param("most", most)
                .param("from", from)
                .query(CaseStore::caseOf)
                .list();
        return overviews(cases);
    }

    /** Cases of a unit that may need a follow-up: those open, and those closed within the last year and a half. */
    List<CaseOverview> followed(UnitId unit, LocalDate closedAfter) {
        return overviews(jdbc.sql("""
                select * from followup_case where unit_id = :unit and (closed is null or closed > :after)
                """)
                .param("unit", unit.value())
                .param("after", closedAfter)
                .query(CaseStore::caseOf)
                .list());
    }

    /** Adds a case unless its id or its unit's id for it is taken, also by somebody who is just about to take it. */
    boolean add(Case added) {
        return jdbc.sql(ADD + " on conflict do nothing")
                        .paramSource(params(added))
                        .update()
                == 1;
    }

    /** Writes the case unless somebody changed it since it was read. */
    boolean change(Case changed, int revision) {
        return jdbc.sql(CHANGE + " and revision = :revision")
                        .paramSource(params(changed).addValue("revision", revision))
                        .update()
                == 1;
    }

    void remove(CaseId id) {
        jdbc.sql("delete from followup_case where id = :id")
                .param("id", id.value())
                .update();
    }

    static MapSqlParameterSource params(Case of) {
        return new MapSqlParameterSource("id", of.id().value())
                .addValue("unit", of.unit().value())
                .addValue("municipality", of.municipality().value())
                .addValue("instrument", of.instrument().value())
                .addValue("local", of.localId().value())
                .addValue("sex", of.sex().name())
                .addValue("birth", of.birthYear().isPresent() ? of.birthYear().getAsInt() : null, Types.SMALLINT)
                .addValue("identity", of.identity().name())
                .addValue("way", of.wayIn().name())
                .addValue("opened", of.opened())
                .addValue("closed", of.closure().map(Closure::date).orElse(null), Types.DATE)
                .addValue(
                        "reason", of.closure().map(each -> each.reason().name()).orElse(null), Types.VARCHAR);
    }

    private List<CaseOverview> overviews(List<Case> cases) {
        record Held(UUID of, CaseOverview.Done done) {}
        var ids = cases.stream().map(each -> each.id().value()).toArray(UUID[]::new);
        var held = jdbc
                .sql(
                        "select case_id, phase, date, state from followup_occasion where case_id = any(:ids) order by date, phase")
                .param("ids", ids)
                .query((row, number) -> new Held(
                        row.getObject("case_id", UUID.class),
                        new CaseOverview.Done(
                                Phase.valueOf(row.getString("phase")),
                                row.getDate("date").toLocalDate(),
                                Occasion.State.valueOf(row.getString("state")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Held::of, Collectors.mapping(Held::done, Collectors.toList())));
        return cases.stream()
                .map(each -> new CaseOverview(each, held.getOrDefault(each.id().value(), List.of())))
                .toList();
    }

    private static String where(CaseFilter filter) {
        var state = switch (filter.state()) {
            case OPEN -> "closed is null";
            case CLOSED -> "closed is not null";
            case ALL -> "true";
        };
        return state + " and (:text = '' or identity = 'OPEN' and starts_with(lower(local_id), lower(:text)))";
    }

    static Case caseOf(ResultSet row, int number) throws SQLException {
        var birthYear = row.getObject("birth_year", Integer.class);
        return new Case(
                new CaseId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new PlaceCode(row.getString("municipality")),
                new InstrumentKey(row.getString("instrument")),
                new LocalId(row.getString("local_id")),
                Sex.valueOf(row.getString("sex")),
                birthYear == null ? OptionalInt.empty() : OptionalInt.of(birthYear),
                Identity.valueOf(row.getString("identity")),
                WayIn.valueOf(row.getString("way_in")),
                row.getDate("opened").toLocalDate(),
                closure(row.getDate("closed"), row.getString("close_reason")),
                row.getInt("revision"));
    }

    private static Optional<Closure> closure(java.sql.@Nullable Date closed, @Nullable String reason) {
        return closed == null || reason == null
                ? Optional.empty()
                : Optional.of(new Closure(closed.toLocalDate(), CloseReason.valueOf(reason)));
    }
}
