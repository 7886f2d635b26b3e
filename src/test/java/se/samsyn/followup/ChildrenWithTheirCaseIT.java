package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsyn.SignedInAs;
import se.samsyn.database.RowScope;
import se.samsyn.kernel.UnitId;

/** The database itself keeps what belongs to a case in the case's own unit and municipality. */
class ChildrenWithTheirCaseIT extends SignedInCaseworker {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "followup_occasion (id, case_id, unit_id, municipality, phase, date, months, form, answers, state, saved_at)"
                        + " values (:id, :case, :unit, :place, 'BEFORE', now(), 0, 'vald/SE/1', '{}', 'DONE', now())",
                "followup_intervention (id, case_id, unit_id, municipality, kind, started)"
                        + " values (:id, :case, :unit, :place, 'SHELTER', now())",
                "followup_goal (id, case_id, unit_id, municipality, text, weight, scale, set_on)"
                        + " values (:id, :case, :unit, :place, 'x', 'PART', 'FIVE_LEVELS', now())"
            })
    void nothingOfACaseLiesInAnotherUnitOrMunicipality(String row) throws Exception {
        var of = opened("a");
        var other = SignedInAs.unit(organisations);

        assertThat(insert(row, of, unit.id().value(), "2080")).isOne();
        assertThatThrownBy(() -> insert(row, of, other.id().value(), "2080"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insert(row, of, unit.id().value(), "2062"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private int insert(String row, Case of, UUID in, String place) throws Exception {
        return RowScope.working(
                Stream.of(unit.id(), new UnitId(in)).collect(Collectors.toSet()),
                "",
                () -> jdbc.sql("insert into " + row)
                        .param("id", UUID.randomUUID())
                        .param("case", of.id().value())
                        .param("unit", in)
                        .param("place", place)
                        .update());
    }
}
