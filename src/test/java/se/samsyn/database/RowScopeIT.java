package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(RowScopeIT.Request.class)
class RowScopeIT {

    private static final UnitId FALUN = new UnitId(UUID.fromString("00000000-0000-0000-0000-000000002080"));
    private static final UnitId MORA = new UnitId(UUID.fromString("00000000-0000-0000-0000-000000002062"));
    private static final UnitId UMEA = new UnitId(UUID.fromString("00000000-0000-0000-0000-000000002480"));

    @Autowired
    private JdbcClient sql;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void rowsOfThreeUnits() {
        RowScope.working(
                Set.of(FALUN, MORA, UMEA),
                "setup",
                () -> sql.sql("delete from database_example").update());
        add(FALUN, "2080");
        add(FALUN, "2080");
        add(MORA, "2062");
        add(UMEA, "2480");
    }

    private void add(UnitId unit, String municipality) {
        RowScope.working(Set.of(unit), "setup", () -> insert(unit, municipality));
    }

    @Test
    void showsNothingWithoutScope() {
        assertThat(count()).isZero();
    }

    @Test
    void showsTheRowsOfTheScopesUnitsEvenWhenTheQueryForgetsToAsk() {
        assertThat(RowScope.working(Set.of(FALUN), "actor", this::count)).isEqualTo(2);
        assertThat(RowScope.working(Set.of(FALUN, MORA), "actor", this::count)).isEqualTo(3);
        assertThat(count()).isZero();
    }

    @Test
    void compilesTheRowsOfAPlace() {
        assertThat(RowScope.compiling(new PlaceCode("2080"), this::count)).isEqualTo(2);
        assertThat(RowScope.compiling(new PlaceCode("20"), this::count)).isEqualTo(3);
        assertThat(RowScope.compiling(PlaceCode.NATION, this::count)).isEqualTo(4);
    }

    @Test
    void refusesToWriteForAnotherUnit() {
        assertThatThrownBy(() -> RowScope.working(Set.of(FALUN), "actor", () -> insert(MORA, "2062")))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasFieldOrPropertyWithValue("SQLState", "42501");
    }

    @Test
    void refusesToWriteWhileCompiling() {
        assertThatThrownBy(() -> RowScope.compiling(PlaceCode.NATION, () -> insert(MORA, "2062")))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasFieldOrPropertyWithValue("SQLState", "42501");
        assertThat(RowScope.compiling(
                        PlaceCode.NATION,
                        () -> sql.sql("update database_example set answer = 'x'")
                                .update()))
                .isZero();
    }

    @Test
    void keepsTheActorWhileCompiling() {
        String actor = RowScope.working(
                Set.of(FALUN),
                "anna",
                () -> RowScope.compiling(
                        PlaceCode.NATION,
                        () -> sql.sql("select database_actor()")
                                .query(String.class)
                                .single()));
        assertThat(actor).isEqualTo("anna");
    }

    @Test
    void asksTheRequestWhenNoScopeIsBound() {
        Request.scope = Optional.of(new RowScope(Set.of(UMEA), RowScope.Task.READ, Optional.empty(), "request"));
        try {
            assertThat(count()).isEqualTo(1);
            assertThat(RowScope.working(Set.of(FALUN), "actor", this::count)).isEqualTo(2);
        } finally {
            Request.scope = Optional.empty();
        }
    }

    @Test
    void cannotChangeInsideATransaction() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.execute(status -> RowScope.compiling(PlaceCode.NATION, this::count)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open transaction");
        Long counted = RowScope.working(Set.of(FALUN), "actor", () -> transaction.execute(status -> count()));
        assertThat(counted).isEqualTo(2);
    }

    @Test
    void givesTheApplicationNeitherTablesNorHistory() {
        assertThatThrownBy(() -> sql.sql("create table samsyn.mine (x int)").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("alter table database_example disable row level security")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        sql.sql("delete from flyway_schema_history_database").update())
                .isInstanceOf(DataAccessException.class);
    }

    private long count() {
        return sql.sql("select count(*) from database_example")
                .query(Long.class)
                .single();
    }

    private int insert(UnitId unit, String municipality) {
        return sql.sql(
                        "insert into database_example (unit_id, municipality, answer) values (:unit, :municipality, 'z')")
                .param("unit", unit.value())
                .param("municipality", municipality)
                .update();
    }

    @TestConfiguration
    static class Request {

        static Optional<RowScope> scope = Optional.empty();

        @Bean
        @Primary
        RowScopeSource source() {
            return () -> scope;
        }
    }
}
