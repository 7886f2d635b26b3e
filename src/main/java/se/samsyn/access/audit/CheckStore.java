package se.samsyn.access.audit;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.access.ActorId;
import se.samsyn.access.LogLine;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;

/** Checks of the log. Rows are added and never changed; they are read in the row scope of the place. */
@Repository
class CheckStore {

    private final JdbcClient jdbc;

    CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What stands of a check itself. */
    record Kept(CheckId id, PlaceCode place, YearMonth month, long seed, Instant made, long lines) {}

    /** A signature as it is kept. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record KeptSignature(ActorId by, String name, Instant at, byte[] signature) {}

    /** Whether the check was added: nothing is where there is one of that month already. */
    boolean add(Kept check, ActorId by) {
        return jdbc.sql("""
                        insert into access_check (id, place, month, seed, made, made_by, lines)
                        values (:id, :place, :month, :seed, :made, :by, :lines) on conflict do nothing""")
                        .param("id", check.id().value())
                        .param("place", check.place().value())
                        .param("month", Date.valueOf(check.month().atDay(1)))
                        .param("seed", check.seed())
                        .param("made", Timestamp.from(check.made()))
                        .param("by", by.value())
                        .param("lines", check.lines())
                        .update()
                > 0;
    }

    void addRule(Kept check, Check.Rule rule) {
        jdbc.sql(
                        "insert into access_check_rule (check_id, place, reason, matched, chosen) values (:id, :place, :reason, :matched, :chosen)")
                .param("id", check.id().value())
                .param("place", check.place().value())
                .param("reason", rule.reason().name())
                .param("matched", rule.matched())
                .param("chosen", rule.chosen())
                .update();
    }

    void addLines(Kept check, SortedMap<Long, List<Reason>> lines) {
        lines.forEach((line, reasons) -> jdbc.sql("""
                        insert into access_check_line (check_id, place, line, reasons) values (:id, :place, :line, :reasons)""")
                .param("id", check.id().value())
                .param("place", check.place().value())
                .param("line", line)
                .param("reasons", reasons.stream().map(Reason::name).toArray(String[]::new))
                .update());
    }

    void addMark(Kept check, Marking marking, ActorId by, Instant at) {
        jdbc.sql("""
                insert into access_check_mark (check_id, place, line, mark, note, at, actor)
                values (:id, :place, :line, :mark, :note, :at, :by)""")
                .param("id", check.id().value())
                .param("place", check.place().value())
                .param("line", marking.line())
                .param("mark", marking.mark().name())
                .param("note", marking.note())
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
    }

    /** Whether it was signed now: a check is signed once. */
    boolean sign(Kept check, ActorId by, Instant at, byte[] signature) {
        return jdbc.sql("""
                        insert into access_check_signature (check_id, place, at, actor, signature)
                        values (:id, :place, :at, :by, :signature) on conflict do nothing""")
                        .param("id", check.id().value())
                        .param("place", check.place().value())
                        .param("at", Timestamp.from(at))
                        .param("by", by.value())
                        .param("signature", signature)
                        .update()
                > 0;
    }

    /** Keeps others from marking and signing the same check until the transaction ends. */
    void lock(CheckId id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .param("id", id.toString())
                .query((row, number) -> 0)
                .list();
    }

    Optional<Kept> find(CheckId id, PlaceCode place) {
        return jdbc.sql("select * from access_check where id = :id and place = :place")
                .param("id", id.value())
                .param("place", place.value())
                .query(CheckStore::kept)
                .optional();
    }

    /** The checks of a place, with whether they are signed. */
    Map<Kept, Boolean> of(PlaceCode place) {
        record Row(Kept check, boolean signed) {}
        return jdbc
                .sql("""
                        select c.*, exists (select from access_check_signature s where s.check_id = c.id) as signed
                          from access_check c where c.place = :place""")
                .param("place", place.value())
                .query((row, number) -> new Row(kept(row, number), row.getBoolean("signed")))
                .stream()
                .collect(Collectors.toMap(Row::check, Row::signed));
    }

    /** The day of the first line of a place; nothing where there is none. */
    Optional<Instant> firstLine(PlaceCode place) {
        return Optional.ofNullable(jdbc.sql("""
                        select min(at) as first from access_log where :place = 'SE' or place like :place || '%'""")
                        .param("place", place.value())
                        .query((row, number) -> row.getTimestamp("first"))
                        .list()
                        .getFirst())
                .map(Timestamp::toInstant);
    }

    List<Check.Rule> rules(CheckId id) {
        return jdbc.sql("select * from access_check_rule where check_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Check.Rule(
                        Reason.valueOf(row.getString("reason")), row.getLong("matched"), row.getInt("chosen")))
                .list();
    }

    /** The lines with their last marks, the oldest first. */
    List<Sampled> sample(CheckId id) {
        return jdbc.sql("""
                select c.line, c.reasons, m.mark, m.note, l.at, l.actor, l.role, l.event, l.purpose, l.object, l.place,
                       a.name as actor_name, o.name as object_name
                  from access_check_line c
                  join access_log l on l.number = c.line
                  left join access_account a on a.id = l.actor
                  left join access_account o on o.id::text = l.object
                  left join lateral (select mark, note from access_check_mark m
                                      where m.check_id = c.check_id and m.line = c.line order by m.number desc limit 1) m on true
                 where c.check_id = :id
                 order by l.at, c.line""").param("id", id.value()).query(CheckStore::sampled).list();
    }

    Optional<KeptSignature> signature(CheckId id) {
        return jdbc.sql("""
                        select s.*, a.name from access_check_signature s join access_account a on a.id = s.actor where s.check_id = :id""")
                .param("id", id.value())
                .query((row, number) -> new KeptSignature(
                        new ActorId(row.getObject("actor", UUID.class)),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant(),
                        row.getBytes("signature")))
                .optional();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new CheckId(row.getObject("id", UUID.class)),
                new PlaceCode(row.getString("place")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("seed"),
                row.getTimestamp("made").toInstant(),
                row.getLong("lines"));
    }

    private static Sampled sampled(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor", UUID.class);
        var role = row.getString("role");
        var purpose = row.getString("purpose");
        var line = new LogLine(
                row.getLong("line"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                role == null ? null : Role.valueOf(role),
                row.getString("event"),
                purpose == null ? null : Purpose.valueOf(purpose),
                row.getString("object"),
                row.getString("object_name"),
                row.getString("place"));
        var reasons = Arrays.stream((String[]) row.getArray("reasons").getArray())
                .map(Reason::valueOf)
                .toList();
        return new Sampled(
                line,
                actor == null ? null : new ActorId(actor),
                reasons,
                Optional.ofNullable(row.getString("mark")).map(Mark::valueOf),
                text(row.getString("note")));
    }

    private static String text(@Nullable String note) {
        return note == null ? "" : note;
    }
}
