package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samsyn.database.RowScope;

/** Long lists, a fifth of the cases open: each answers in less than 0.3 seconds. */
class LongListsIT extends SignedInCaseworker {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final String CASES = """
            insert into followup_case (id, unit_id, municipality, instrument, local_id, sex, identity, way_in, opened, closed,
                close_reason)
            select gen_random_uuid(), :unit, '2080', 'allman', 'L-' || n, 'WOMAN', 'OPEN', 'REPORT',
                current_date - (n % 1000) - 30,
                case when n % 5 > 0 then current_date - (n % 1000) - 10 end, case when n % 5 > 0 then 'MOVED' end
            from generate_series(1, :count) n
            """;
    private static final String OCCASIONS = """
            insert into followup_occasion (id, case_id, unit_id, municipality, phase, date, months, form, answers, state, saved_at)
            select gen_random_uuid(), id, unit_id, municipality, phase, least(opened + 10, current_date), 0, 'allman/SE/1', '{}',
                'DONE', now()
            from followup_case, unnest(array['BEFORE', 'DURING']) phase where unit_id = :unit
            """;

    @Autowired
    private JdbcClient jdbc;

    private void fill(int count) throws SQLException {
        RowScope.working(Set.of(unit.id()), "", () -> {
            jdbc.sql(CASES)
                    .param("unit", unit.id().value())
                    .param("count", count)
                    .update();
            return jdbc.sql(OCCASIONS).param("unit", unit.id().value()).update();
        });
    }

    @Test
    void answersTheListOfCasesInTimeForAHundredThousandInOneUnit() throws SQLException {
        fill(100_000);
        var open = CaseFilter.OPEN;
        var all = new CaseFilter(CaseFilter.State.ALL, "");
        var found = new CaseFilter(CaseFilter.State.ALL, "l-7777");

        measured("open cases, first page", () -> cases.list(unit.id(), open, 0));
        measured("all cases, first page", () -> cases.list(unit.id(), all, 0));
        measured("cases whose id begins with", () -> cases.list(unit.id(), found, 0));
        assertThat(cases.list(unit.id(), all, 0).total()).isEqualTo(100_000);
    }

    @Test
    void answersWhatIsDueInTimeForFiveThousandInOneUnit() throws SQLException {
        fill(5_000);

        measured("what is due", () -> cases.due(unit.id(), Period.ofWeeks(4)));
    }

    /** The best of five, so that a busy machine does not decide. */
    private static void measured(String what, Runnable list) {
        var best = IntStream.range(0, 5)
                .mapToLong(_ -> {
                    var from = System.nanoTime();
                    list.run();
                    return System.nanoTime() - from;
                })
                .min()
                .orElseThrow();
        assertThat(Duration.ofNanos(best)).as(what).isLessThan(LIMIT);
    }
}
