package se.samsyn.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

@Repository
class InstrumentStore {

    private final JdbcClient jdbc;

    InstrumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes others who want to change the instrument's versions at the place wait until the transaction ends. */
    void lock(InstrumentKey key, PlaceCode owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('instrument'), hashtext(:name))")
                .param("name", key + "/" + owner)
                .query((row, number) -> true)
                .single();
    }

    Optional<Form> find(FormId id) {
        return jdbc.sql("""
                select form from instrument_version
                where instrument = :instrument and owner = :owner and number = :number
                """)
                .param("instrument", id.key().value())
                .param("owner", id.owner().value())
                .param("number", id.number())
                .query(InstrumentStore::form)
                .optional();
    }

    Optional<Form> find(InstrumentKey key, PlaceCode owner, Version.Status status) {
        return jdbc.sql("""
                select form from instrument_version
                where instrument = :instrument and owner = :owner and status = :status
                """)
                .param("instrument", key.value())
                .param("owner", owner.value())
                .param("status", status.name())
                .query(InstrumentStore::form)
                .optional();
    }

    /** The ids of the versions in use, for each instrument that of the first of the places that has one. */
    List<FormId> inUse(List<PlaceCode> places) {
        return first("true", places).query(InstrumentStore::id).list();
    }

    /** The id of the version in use at the first of the places that has one. */
    Optional<FormId> inUse(InstrumentKey key, List<PlaceCode> places) {
        return first("instrument = :instrument", places)
                .param("instrument", key.value())
                .query(InstrumentStore::id)
                .optional();
    }

    private JdbcClient.StatementSpec first(String which, List<PlaceCode> places) {
        var names = places.stream().map(PlaceCode::value).toList();
        return jdbc.sql("select distinct on (instrument) * from instrument_version where " + which + """
                 and status = 'IN_USE' and owner in (:places)
                order by instrument, array_position(string_to_array(:order, ','), owner)
                """)
                .param("places", names)
                .param("order", String.join(",", names));
    }

    /** The instruments that a place has drafts of. */
    Set<InstrumentKey> drafted(PlaceCode owner) {
        return jdbc.sql("select instrument from instrument_version where owner = :owner and status = 'DRAFT'")
                .param("owner", owner.value())
                .query((row, number) -> new InstrumentKey(row.getString("instrument")))
                .set();
    }

    List<Version> versions(InstrumentKey key, PlaceCode owner) {
        return jdbc.sql("""
                select * from instrument_version
                where instrument = :instrument and owner = :owner
                order by number desc
                """)
                .param("instrument", key.value())
                .param("owner", owner.value())
                .query(InstrumentStore::version)
                .list();
    }

    /** The ids of all versions that have been used, those in use first, then the nation's, then the newest. */
    List<FormId> used(InstrumentKey key) {
        return jdbc.sql("""
                select * from instrument_version
                where instrument = :instrument and status <> 'DRAFT'
                order by status <> 'IN_USE', owner <> 'SE', length(owner), owner, number desc
                """)
                .param("instrument", key.value())
                .query(InstrumentStore::id)
                .list();
    }

    /** All forms that have been used at a place. */
    List<Form> used(InstrumentKey key, PlaceCode owner) {
        return jdbc.sql("""
                select form from instrument_version
                where instrument = :instrument and owner = :owner and status <> 'DRAFT'
                order by number
                """)
                .param("instrument", key.value())
                .param("owner", owner.value())
                .query(InstrumentStore::form)
                .list();
    }

    int nextNumber(InstrumentKey key, PlaceCode owner) {
        return jdbc.sql("""
                select coalesce(max(number), 0) + 1 from instrument_version
                where instrument = :instrument and owner = :owner
                """)
                .param("instrument", key.value())
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    void addDraft(Form form) {
        jdbc.sql("""
                insert into instrument_version (instrument, owner, number, status, form)
                values (:instrument, :owner, :number, 'DRAFT', :form::jsonb)
                """)
                .param("instrument", form.id().key().value())
                .param("owner", form.id().owner().value())
                .param("number", form.id().number())
                .param("form", FormJson.write(form))
                .update();
    }

    void replaceDraft(Form form) {
        jdbc.sql("""
                update instrument_version set form = :form::jsonb
                where instrument = :instrument and owner = :owner and number = :number and status = 'DRAFT'
                """)
                .param("instrument", form.id().key().value())
                .param("owner", form.id().owner().value())
                .param("number", form.id().number())
                .param("form", FormJson.write(form))
                .update();
    }

    void removeDraft(InstrumentKey key, PlaceCode owner) {
        jdbc.sql("""
                delete from instrument_version
                where instrument = :instrument and owner = :owner and status = 'DRAFT'
                """)
                .param("instrument", key.value())
                .param("owner", owner.value())
                .update();
    }

    void retire(InstrumentKey key, PlaceCode owner) {
        jdbc.sql("""
                update instrument_version set status = 'RETIRED'
                where instrument = :instrument and owner = :owner and status = 'IN_USE'
                """)
                .param("instrument", key.value())
                .param("owner", owner.value())
                .update();
    }

    void use(FormId draft, Instant now) {
        jdbc.sql("""
                update instrument_version set status = 'IN_USE', used_from = :now
                where instrument = :instrument and owner = :owner and number = :number and status = 'DRAFT'
                """)
                .param("instrument", draft.key().value())
                .param("owner", draft.owner().value())
                .param("number", draft.number())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Form form(ResultSet row, int number) throws SQLException {
        return FormJson.read(row.getString("form"));
    }

    private static FormId id(ResultSet row, int number) throws SQLException {
        return version(row, number).id();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                new FormId(
                        new InstrumentKey(row.getString("instrument")),
                        new PlaceCode(row.getString("owner")),
                        row.getInt("number")),
                Version.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getTimestamp("used_from")).map(Timestamp::toInstant));
    }
}
