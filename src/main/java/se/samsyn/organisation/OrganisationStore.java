package se.samsyn.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.OrganisationId;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

@Repository
class OrganisationStore {

    private final JdbcClient jdbc;

    OrganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Unit> units() {
        return jdbc.sql("select * from organisation_unit order by municipality, name, id")
                .query(OrganisationStore::unit)
                .list();
    }

    Optional<Unit> unit(UnitId id) {
        return jdbc.sql("select * from organisation_unit where id = :id")
                .param("id", id.value())
                .query(OrganisationStore::unit)
                .optional();
    }

    /** Who stands behind the organisations that run the units. */
    Map<UnitId, OrganisationKind> kinds() {
        var kinds = new HashMap<UnitId, OrganisationKind>();
        jdbc.sql(
                        "select u.id, o.kind from organisation_unit u join organisation_organisation o on o.id = u.organisation_id")
                .query((ResultSet row) -> {
                    kinds.put(
                            new UnitId(row.getObject("id", UUID.class)),
                            OrganisationKind.valueOf(row.getString("kind")));
                });
        return kinds;
    }

    List<Organisation> organisations() {
        return jdbc.sql("select * from organisation_organisation order by name, id")
                .query(OrganisationStore::organisation)
                .list();
    }

    void add(Organisation organisation) {
        jdbc.sql("""
                insert into organisation_organisation (id, name, kind, seat)
                values (:id, :name, :kind, :seat)
                """)
                .param("id", organisation.id().value())
                .param("name", organisation.name())
                .param("kind", organisation.kind().name())
                .param("seat", organisation.seat().value())
                .update();
    }

    void add(Unit unit) {
        jdbc.sql("""
                insert into organisation_unit (id, organisation_id, name, kind, area, municipality)
                values (:id, :organisation, :name, :kind, :area, :municipality)
                """)
                .param("id", unit.id().value())
                .param("organisation", unit.organisation().value())
                .param("name", unit.name())
                .param("kind", unit.kind().name())
                .param("area", unit.area().name())
                .param("municipality", unit.municipality().value())
                .update();
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                new UnitId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                ServiceArea.valueOf(row.getString("area")),
                new PlaceCode(row.getString("municipality")));
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                new PlaceCode(row.getString("seat")));
    }
}
